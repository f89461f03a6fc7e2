package io.thor.cli;

import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code thorctl why}: what decides about one feature, what holds it, and what comes next. */
@Command(name = "why", description = "Says why a feature is where it is, and what holds it there.")
final class WhyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FEATURE", description = "For example positions.")
  private String feature;

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ThorServer server = thorctl.connect();
    String path = "/api/cutover/" + ServerUrl.segment(feature);
    JsonObject stored = server.get(path).json();
    JsonObject inForce =
        server.get("/api/cutover").json().getJsonObject("features").getJsonObject(feature);
    line("%s is %s, you draw it from %s", feature, stage(inForce), text(inForce, "renders"));
    line("  why      %s", text(inForce, "why"));
    if (!stage(inForce).equals(stage(stored))) {
      line("  stored   %s: %s", stage(stored), text(stored, "why"));
    }
    line("  since    %s, revision %s", text(stored, "changed_at"), stored.get("revision"));
    if (stored.containsKey("hold")) {
      line("  held     %s", text(stored, "hold"));
    }
    if (stored.get("pending") instanceof JsonObject pending) {
      line(
          "  waits    for a second operator: %s, asked by %s (\"%s\")",
          text(pending, "to"), text(pending, "by"), text(pending, "reason"));
    }
    line("  next     %s", next(server, path));
    return ExitCode.OK;
  }

  /** Without its database the server knows the rest all the same. */
  private static String next(ThorServer server, String path) {
    try {
      JsonObject gates = server.get(path + "/gates").json();
      String words = text(gates, "words");
      return text(gates, "to").isEmpty() ? words : text(gates, "to") + ": " + words;
    } catch (ServerFailed e) {
      return "not known: " + e.getMessage();
    }
  }

  private static String stage(JsonObject feature) {
    String percent = feature.containsKey("percent") ? " " + feature.get("percent") + "%" : "";
    return text(feature, "stage") + percent;
  }

  private static String text(JsonObject from, String name) {
    return from.getString(name, "");
  }

  private void line(String format, Object... values) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Printable.line(format.formatted(values)));
  }
}
