package io.thor.channel;

import io.thor.config.Settings;
import java.time.Duration;
import java.time.Instant;

/**
 * How much of a log is kept for readers that come late or were cut off. Both bounds hold.
 *
 * @param entries of one topic
 * @param age of an entry, reckoned back from the newest of its topic
 */
public record HistoryBounds(int entries, Duration age) {

  /** Key: entries of a log topic. */
  static final String COUNT_KEY = "thor.push.history-count";

  /** Key: age of its oldest entry. */
  static final String SECONDS_KEY = "thor.push.history-seconds";

  /** A day of one-minute bars. */
  static final HistoryBounds A_DAY = new HistoryBounds(1440, Duration.ofDays(1));

  private static final int MOST_ENTRIES = 100_000;
  private static final int MOST_SECONDS = 30 * 86_400;

  public static HistoryBounds of(Settings settings) {
    int seconds = Math.toIntExact(A_DAY.age().toSeconds());
    return new HistoryBounds(
        settings.wholeNumber(COUNT_KEY, A_DAY.entries(), 1, MOST_ENTRIES),
        Duration.ofSeconds(settings.wholeNumber(SECONDS_KEY, seconds, 1, MOST_SECONDS)));
  }

  /** Whether an entry is too old to be kept beside the newest of its topic. */
  public boolean isTooOld(Frame entry, Frame newest) {
    return asOf(entry).plus(age).isBefore(asOf(newest));
  }

  private static Instant asOf(Frame frame) {
    return frame.route().orElseThrow().position().asOf();
  }
}
