package io.thor.cli;

import io.thor.replay.Rejection;
import io.thor.replay.ReplayFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The last words of a replay: every row is in one of its counts. */
final class ReplayWords {

  private ReplayWords() {}

  static List<String> of(ReplayFigures figures, Duration elapsed) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d rows in %d.%03d s: %d trades of %d %s, %d bars, %d sessions",
            figures.rows(),
            elapsed.toSeconds(),
            elapsed.toMillisPart(),
            figures.trades(),
            figures.symbols(),
            figures.symbols() == 1 ? "symbol" : "symbols",
            figures.bars(),
            figures.sessions()));
    for (Rejection rejection : Rejection.values()) {
      add(lines, figures.leftOut().getOrDefault(rejection, 0L), rejection.plural());
    }
    add(lines, figures.ineligible(), "not eligible");
    add(lines, figures.withoutVolume(), "in minutes without volume, which have no bar");
    return lines;
  }

  private static void add(List<String> lines, long count, String what) {
    if (count > 0) {
      lines.add("left out: " + count + " " + what);
    }
  }
}
