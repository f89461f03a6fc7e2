package io.thor.cli;

import java.io.PrintWriter;
import java.util.List;
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

  @Option(names = "--watch", description = "Print it again at each change, until interrupted.")
  private boolean watch;

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  private boolean rolledBack;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (watch) {
      new StatusWatch(thorctl::connect, this::lines, thorctl.surroundings())
          .run(out, spec.commandLine().getErr());
    } else {
      lines(thorctl.connect()).forEach(out::println);
    }
    return rolledBack ? ExitCode.ROLLED_BACK : ExitCode.OK;
  }

  private List<String> lines(ThorServer server) {
    JsonAnswer answer = server.get(PATH);
    CutoverStatus status = read(answer);
    rolledBack = status.anyRolledBack();
    return json ? List.of(answer.text().strip()) : new StatusTable(Paint.of(spec)).lines(status);
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
