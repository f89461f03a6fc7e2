package io.thor.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code thorctl status}: which feature renders from which path, at which stage, and why. */
@Command(
    name = "status",
    description = "Shows each feature's path and stage, and where the stage comes from.")
final class StatusCommand implements Callable<Integer> {

  private static final String PATH = "/api/cutover";

  @Option(names = "--json", description = "Print the server's answer as it came.")
  private boolean json;

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    JsonAnswer answer = thorctl.connect().get(PATH);
    CutoverStatus status = read(answer);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(answer.text().strip());
    } else {
      StatusTable.lines(status).forEach(out::println);
    }
    return status.anyRolledBack() ? ExitCode.ROLLED_BACK : ExitCode.OK;
  }

  private static CutoverStatus read(JsonAnswer answer) {
    try {
      return CutoverStatus.of(answer.json());
    } catch (IllegalArgumentException e) {
      throw new ServerFailed(
          "The answer of %s cannot be used: %s. Do thorctl and the server have the same version?"
              .formatted(PATH, e.getMessage()),
          e);
    }
  }
}
