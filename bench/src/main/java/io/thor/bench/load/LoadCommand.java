package io.thor.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/**
 * The load generator as a program. It says {@code open} when all sessions are, and obeys the lines
 * of its standard input: {@code reset} and {@code report}. It ends with its input.
 */
@Command(
    name = "load",
    hidden = true,
    description = "Opens sessions and reads them; thor bench fanout starts it.")
public final class LoadCommand implements Callable<Integer> {

  /** The environment variable with the token of the sessions. */
  public static final String TOKEN_VARIABLE = "THOR_BENCH_TOKEN";

  @Option(names = "--url", required = true, description = "of the server, http://HOST:PORT/")
  URI url;

  @Option(names = "--sessions", required = true, description = "how many")
  int sessions;

  @Option(names = "--silent", description = "never reads what they are sent")
  boolean silent;

  @Option(names = "--symbols", defaultValue = "1", description = "synthetic topics of the server")
  int symbols;

  @Option(names = "--largest-frame", defaultValue = "300000", description = "bytes")
  int largestFrame;

  @Option(names = "--client", defaultValue = "plain", description = "plain, full or batch")
  ClientKind client;

  private LoadCommand() {}

  @Override
  public Integer call() throws IOException {
    String token = System.getenv(TOKEN_VARIABLE);
    if (token == null) {
      throw new IllegalStateException(TOKEN_VARIABLE + " is not set; give it a session's token");
    }
    LoadGenerator generator =
        new LoadGenerator(
            new LoadGenerator.Plan(
                url, token, client, sessions, silent, symbols, largestFrame, () -> say("open")));
    Thread commands = new Thread(() -> obey(generator), "commands");
    commands.setDaemon(true);
    commands.start();
    generator.run();
    return ExitCode.OK;
  }

  private static void obey(LoadGenerator generator) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        obey(generator, line);
      }
    } catch (IOException e) {
      say("failed " + e.getMessage());
    } finally {
      generator.stop();
    }
  }

  private static void obey(LoadGenerator generator, String line) {
    switch (line) {
      case "reset" ->
          generator.execute(
              () -> {
                generator.reset();
                say("reset");
              });
      case "report" -> generator.execute(() -> say(generator.report().written()));
      default -> say("unknown " + line);
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
