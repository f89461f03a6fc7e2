package io.thor.cli;

import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code thorctl gates}: what a feature's next step must prove, and what is missing. */
@Command(name = "gates", description = "Shows what is missing for a feature's next step.")
final class GatesCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FEATURE", description = "For example positions.")
  private String feature;

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String path = "/api/cutover/" + ServerUrl.segment(feature) + "/gates";
    JsonObject gates = thorctl.connect().get(path).json();
    PrintWriter out = spec.commandLine().getOut();
    if (!gates.containsKey("to")) {
      out.println(Printable.line(feature + ": " + gates.getString("words")));
      return ExitCode.OK;
    }
    out.println(Printable.line(feature + " to " + gates.getString("to")));
    for (JsonObject check : gates.getJsonArray("checks").getValuesAs(JsonObject.class)) {
      out.println(
          Printable.line(
              "  %-12s %-14s %s"
                  .formatted(
                      check.getString("result"),
                      check.getString("name"),
                      check.getString("words"))));
    }
    return gates.getBoolean("passes") ? ExitCode.OK : ExitCode.HELD;
  }
}
