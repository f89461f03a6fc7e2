package io.thor.bench.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the microbenchmarks, with operations a second and allocated bytes for each. */
@Command(
    name = "jmh",
    description = {
      "Runs the microbenchmarks of the encoder and the engine: operations a second, and bytes"
          + " allocated for each (gc.alloc.rate.norm)."
    },
    footer = {"", "For a short run: thor bench jmh -wi 1 -i 1 -w 1 -r 1"})
public final class JmhCommand implements Callable<Integer> {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this")
  boolean help;

  @Parameters(
      paramLabel = "PATTERN",
      arity = "0..*",
      description = "which benchmarks, as regular expressions, and options of JMH (default: all)")
  List<String> arguments = new ArrayList<>();

  private JmhCommand() {}

  @Override
  public Integer call() throws RunnerException, CommandLineOptionException {
    CommandLineOptions given = new CommandLineOptions(arguments.toArray(String[]::new));
    new Runner(new OptionsBuilder().parent(given).addProfiler(GCProfiler.class).build()).run();
    return ExitCode.OK;
  }
}
