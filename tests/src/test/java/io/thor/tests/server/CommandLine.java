package io.thor.tests.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs administration tools to their end. Their output goes to a log. */
record CommandLine(Path log) {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /**
   * Runs one command with additional environment variables.
   *
   * <p>Errors: IllegalStateException with the end of the log when it fails or takes longer than
   * five minutes.
   */
  void run(List<String> command, Map<String, String> environment) {
    ServerProcess process = ServerProcess.start(command, environment, log);
    boolean ended = Await.until(() -> !process.alive(), LIMIT);
    process.kill();
    if (!ended || process.exitValue() != 0) {
      String outcome = ended ? " ended with " + process.exitValue() : " took longer than " + LIMIT;
      throw new IllegalStateException(String.join(" ", command) + outcome + "\n" + LogTail.of(log));
    }
  }
}
