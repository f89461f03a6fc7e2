package io.thor.bench;

import io.thor.bench.fanout.FanoutCommand;
import io.thor.bench.jmh.JmhCommand;
import io.thor.bench.load.LoadCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the benchmark that the command line names. */
@Command(
    name = "thor bench",
    description = "Measures Thor.",
    subcommands = {FanoutCommand.class, JmhCommand.class, LoadCommand.class})
public final class Bench {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this")
  boolean help;

  private Bench() {}

  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Bench());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command.getErr().println("thor bench: " + failure.getMessage());
          return CommandLine.ExitCode.SOFTWARE;
        });
    line.getSubcommands().get("jmh").setUnmatchedOptionsArePositionalParams(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(line.execute(arguments));
  }
}
