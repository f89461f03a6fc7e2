package io.thor.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code thorctl sessions}: who is connected, and how many follow the present revision. */
@Command(
    name = "sessions",
    description = "Lists the sessions of the server's node and which revision each has applied.")
final class SessionsCommand implements Callable<Integer> {

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many to list at most; default: ${DEFAULT-VALUE}.")
  private int most;

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  private int listed;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Pages.read(thorctl.connect(), "/api/cutover/sessions", page -> list(page, out));
    return ExitCode.OK;
  }

  private boolean list(JsonObject page, PrintWriter out) {
    if (listed == 0) {
      out.println(
          "revision %s: %s".formatted(page.get("revision"), AppliedTotals.of(page).words()));
    }
    for (JsonObject session : page.getJsonArray("sessions").getValuesAs(JsonObject.class)) {
      if (listed++ >= most) {
        out.println("  ... more; see --most");
        return false;
      }
      out.println(Printable.line(row(session)));
    }
    return true;
  }

  private static String row(JsonObject session) {
    String applied = session.containsKey("applied") ? session.get("applied").toString() : "-";
    return "  %-16s %-5s applied %-5s %s  %s"
        .formatted(
            session.getString("user"),
            session.getString("client"),
            applied,
            onWebSocket(session),
            session.getString("connection"))
        .stripTrailing();
  }

  /** The features that the session draws from WebSocket, each with its bucket. */
  private static String onWebSocket(JsonObject session) {
    JsonObject buckets = session.getJsonObject("buckets");
    String features =
        session.getJsonObject("renders").entrySet().stream()
            .filter(entry -> ((JsonString) entry.getValue()).getString().equals("WebSocket"))
            .map(Map.Entry::getKey)
            .map(name -> buckets.containsKey(name) ? name + "=" + buckets.get(name) : name)
            .collect(Collectors.joining(","));
    return features.isEmpty() ? "all from REST" : "WS " + features;
  }
}
