package io.thor.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code thorctl kill}: every feature off. */
@Command(name = "kill", description = "Sets every feature to OFF at once.")
final class KillCommand implements Callable<Integer> {

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "WORDS",
      description = "Why; kept in the audit.")
  private String reason;

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    JsonObject body = Json.createObjectBuilder().add("reason", reason).build();
    OrderReply reply = thorctl.connect().order("/api/cutover/kill", body, Optional.empty());
    if (reply.exitCode() == ExitCode.OK) {
      spec.commandLine().getOut().println("every feature is OFF");
    } else {
      spec.commandLine().getErr().println("thorctl: " + reply.line());
    }
    return reply.exitCode();
  }
}
