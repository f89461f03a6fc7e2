package io.thor.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows on standard error how far a replay is.
 *
 * <p>Threads: not thread safe.
 */
final class ReplayProgress {

  /** How it is shown. */
  enum Form {
    AUTO,
    BAR,
    LINES,
    NONE
  }

  private static final int ROWS_BETWEEN_LOOKS = 1024;
  private static final Duration BETWEEN_BARS = Duration.ofMillis(200);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);
  private static final int BAR_WIDTH = 30;
  private static final String CLEAR = "\r\u001b[K";

  private final Form form;
  private final PrintWriter err;
  private final Clock clock;
  private final long startedMs;
  private Optional<ReplayInput> input = Optional.empty();
  private long nextMs;
  private boolean barShown;

  private ReplayProgress(Form form, PrintWriter err, Clock clock) {
    this.form = form;
    this.err = err;
    this.clock = clock;
    startedMs = clock.millis();
  }

  static ReplayProgress of(Form form, PrintWriter err, Clock clock) {
    Form shown = form == Form.AUTO ? (System.console() == null ? Form.LINES : Form.BAR) : form;
    return new ReplayProgress(shown, err, clock);
  }

  /** Says what is being read. */
  void start(ReplayInput bytes) {
    input = Optional.of(bytes);
    nextMs = startedMs + between().toMillis();
    if (form == Form.LINES) {
      err.println("replay: reading" + mebibytes(bytes));
    }
  }

  /** So many rows are done; shows it where it is time to. */
  void at(long rows) {
    if (form != Form.NONE && rows % ROWS_BETWEEN_LOOKS == 0 && clock.millis() >= nextMs) {
      nextMs = clock.millis() + between().toMillis();
      show(rows);
    }
  }

  /** Takes the bar away, so that a line can be printed. */
  void clear() {
    if (barShown) {
      err.print(CLEAR);
      err.flush();
      barShown = false;
    }
  }

  Duration elapsed() {
    return Duration.ofMillis(clock.millis() - startedMs);
  }

  private void show(long rows) {
    long seconds = Math.max(1, elapsed().toSeconds());
    String words =
        String.format(Locale.ROOT, "%,d rows, %,d a second", rows, rows / seconds) + percent();
    if (form == Form.BAR) {
      err.print(CLEAR + bar() + words);
      err.flush();
      barShown = true;
    } else {
      err.println("replay: " + words);
    }
  }

  private String percent() {
    long hundredths = hundredths();
    return hundredths < 0 ? "" : ", " + hundredths + " %";
  }

  private String bar() {
    long hundredths = hundredths();
    if (hundredths < 0) {
      return "";
    }
    int full = (int) (BAR_WIDTH * hundredths / 100);
    return "[" + "#".repeat(full) + ".".repeat(BAR_WIDTH - full) + "] ";
  }

  /** Of the bytes; below zero where nobody knows how many there are. */
  private long hundredths() {
    return input
        .filter(bytes -> bytes.size().orElse(0) > 0)
        .map(bytes -> Math.min(100, 100 * bytes.bytesRead() / bytes.size().getAsLong()))
        .orElse(-1L);
  }

  private Duration between() {
    return form == Form.BAR ? BETWEEN_BARS : BETWEEN_LINES;
  }

  private static String mebibytes(ReplayInput bytes) {
    return bytes.size().isEmpty()
        ? " standard input"
        : String.format(Locale.ROOT, " %,d KiB", (bytes.size().getAsLong() + 1023) / 1024);
  }
}
