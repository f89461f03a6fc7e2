package io.thor.tests.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs administration tools, and test runners, to their end. Their output goes to a log.
 *
 * @param limit how long one command may take
 */
record CommandLine(Path log, Duration limit) {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  CommandLine(Path log) {
    this(log, LIMIT);
  }

  /**
   * Runs one command with additional environment variables.
   *
   * <p>Errors: IllegalStateException with the end of the log when it fails or takes longer than the
   * limit.
   */
  void run(List<String> command, Map<String, String> environment) {
    ServerProcess process = ServerProcess.start(command, environment, log);
    boolean ended = Await.until(() -> !process.alive(), limit);
    process.kill();
    if (!ended || process.exitValue() != 0) {
      String outcome = ended ? " ended with " + process.exitValue() : " took longer than " + limit;
      throw new IllegalStateException(String.join(" ", command) + outcome + "\n" + LogTail.of(log));
    }
  }
}
