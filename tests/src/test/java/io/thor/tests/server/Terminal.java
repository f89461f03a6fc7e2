package io.thor.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A terminal with bash in it, in which a reader types what a document says. What is exported in it
 * stays.
 *
 * <p>Threads: not safe; one reader types.
 */
public final class Terminal implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Path log;
  private final ServerProcess shell;
  private int typed;
  private int from;

  /**
   * @param log takes what is printed
   */
  Terminal(Path directory, Map<String, String> environment, Path log) {
    this.log = log;
    this.shell = ServerProcess.start(List.of("bash", "-e"), environment, log);
    shell.type("cd '" + directory + "'\n");
  }

  /**
   * Runs commands to their end.
   *
   * <p>Errors: IllegalStateException with the end of the log when one fails or they take longer
   * than five minutes.
   *
   * @return what they printed
   */
  public String run(String commands) {
    return toTheirEnd(commands, "");
  }

  /** The same of commands that may fail, as those may that ask for what has yet to come. */
  public String ask(String commands) {
    return toTheirEnd(commands, " || true");
  }

  private String toTheirEnd(String commands, String whenTheyFail) {
    String end = "\n--- end of commands " + ++typed + "\n";
    type(group(commands) + whenTheyFail + "\nprintf '" + end.replace("\n", "\\n") + "'\n");
    awaitPrint(end);
    return printed().substring(from, printed().indexOf(end, from));
  }

  /** Begins commands the last of which goes on, as one that runs a server does. */
  public void begin(String commands) {
    type(group(commands) + " || true\n");
  }

  /** None of them may read what is typed after them. */
  private static String group(String commands) {
    return "{ " + commands + "\n} </dev/null";
  }

  private void type(String text) {
    from = printed().length();
    shell.type(text);
  }

  /**
   * Waits until a text has been printed since the last commands were given.
   *
   * <p>Errors: IllegalStateException with the end of the log when it has not within five minutes.
   */
  public void awaitPrint(String text) {
    new Readiness(shell, log)
        .await(
            "the terminal prints '" + text + "'", () -> printed().indexOf(text, from) >= 0, LIMIT);
  }

  /** All that has been printed so far. */
  public String printed() {
    try {
      return Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + log, e);
    }
  }

  /**
   * Ends what was begun, and returns when it has ended: by SIGTERM, for SIGINT is ignored by what a
   * script has started in the background.
   */
  public void interrupt() {
    Set<ProcessHandle> begun = shell.children();
    begun.forEach(ProcessHandle::destroy);
    if (!Await.until(() -> begun.stream().noneMatch(Processes::live), ThorServer.STOP_LIMIT)) {
      throw new IllegalStateException("These do not end: " + begun + "\n" + LogTail.of(log));
    }
  }

  /** Ends everything in it at once. */
  @Override
  public void close() {
    shell.kill();
  }
}
