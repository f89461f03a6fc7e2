package io.thor.tests.server;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./thor bench fanout} as its own process, against a server that runs already. */
public final class FanoutBenchmark {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private FanoutBenchmark() {}

  /**
   * Runs it to its end, with sessions of the demonstration's trader, and gives the row of figures.
   *
   * <p>Errors: IllegalStateException with the end of its output when it fails.
   *
   * @param server with the synthetic feed
   * @param options beside those that name the server
   */
  public static JsonObject run(ThorServer server, List<String> options) {
    RunDirectory directory = RunDirectory.create("fanout");
    Path rows = directory.resolve("rows.json");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", System.getProperty("thor.test.bench"), "fanout"));
    command.addAll(List.of("--pid", String.valueOf(server.jvm().pid())));
    command.addAll(List.of("--url", server.http().toString()));
    command.addAll(List.of("--json", rows.toString()));
    command.addAll(options);
    new CommandLine(directory.resolve("fanout.log"), LIMIT)
        .run(command, Map.of("THOR_USER", "trader", "THOR_PASSWORD", SharedServer.TRADER_PASSWORD));
    JsonObject row = read(rows);
    directory.keepLogs();
    return row;
  }

  private static JsonObject read(Path rows) {
    try {
      return Jsonp.read(Files.readString(rows)).asJsonArray().getJsonObject(0);
    } catch (IOException e) {
      throw new UncheckedIOException("The benchmark wrote no " + rows, e);
    }
  }
}
