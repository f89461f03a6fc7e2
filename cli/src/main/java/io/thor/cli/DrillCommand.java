package io.thor.cli;

import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code thorctl drill}: a rehearsed rollback, which changes no stage. */
@Command(
    name = "drill",
    description = "Rehearses a rollback with a session of its own; no stage changes.")
final class DrillCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FEATURE", description = "For example positions.")
  private String feature;

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String path = "/api/cutover/" + ServerUrl.segment(feature) + "/drill";
    OrderReply reply = thorctl.connect().order(path, JsonValue.EMPTY_JSON_OBJECT, Optional.empty());
    if (reply.exitCode() != ExitCode.OK) {
      spec.commandLine().getErr().println("thorctl: " + reply.line());
      return reply.exitCode();
    }
    boolean passed = reply.json().getBoolean("passed", false);
    spec.commandLine()
        .getOut()
        .println(
            Printable.line(
                "%s: drill %s: %s"
                    .formatted(
                        feature,
                        passed ? "passed" : "FAILED",
                        reply.json().getString("words", ""))));
    return passed ? ExitCode.OK : ExitCode.DRILL_FAILED;
  }
}
