package io.thor.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, as text for the message of a failure. */
final class LogTail {
  private static final int LINES = 60;

  private LogTail() {}

  /** The last lines of the log under its name; bytes that are no text are replaced. */
  static String of(Path log) {
    try {
      String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      List<String> lines = text.lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
      return "--- end of " + log + "\n" + String.join("\n", last);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the log " + log, e);
    }
  }
}
