package io.thor.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;

/** Runs {@code thorctl} inside the test and keeps what it printed. */
final class Shell {

  /** The end of one run. */
  record Result(int exitCode, String out, String err) {

    String everything() {
      return out + err;
    }
  }

  private Shell() {}

  static Result run(Map<String, String> environment, String... arguments) {
    return run(environment, question -> Optional.empty(), arguments);
  }

  static Result run(
      Map<String, String> environment,
      Function<String, Optional<String>> passwordPrompt,
      String... arguments) {
    return run(new Surroundings(environment, passwordPrompt, time -> false), arguments);
  }

  /** With a say in how long a command waits. */
  static Result run(Surroundings surroundings, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        Thorctl.commandLine(surroundings)
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int exitCode = commandLine.execute(arguments);
    return new Result(
        exitCode,
        out.toString().replace(System.lineSeparator(), "\n"),
        err.toString().replace(System.lineSeparator(), "\n"));
  }
}
