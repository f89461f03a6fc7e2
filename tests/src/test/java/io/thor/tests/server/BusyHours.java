package io.thor.tests.server;

import io.thor.intraday.BitstampRecording;
import io.thor.intraday.RecordedDays;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The busiest time that the recorded market can play in the hours to come, so that no test waits
 * through one of its quiet spans, whatever the time of day.
 */
public final class BusyHours {
  /** What {@code thor.feed.replay.hours-ahead} is set to. */
  static final int AHEAD;

  private static final Duration LONGEST_RUN = Duration.ofHours(2);
  private static final RecordedDays DAYS = BitstampRecording.days();

  static {
    Instant now = Instant.now();
    AHEAD =
        IntStream.range(0, 24 * BitstampRecording.FULL_DAYS)
            .boxed()
            .max(Comparator.comparing(hours -> tradesFrom(played(hours), now)))
            .orElseThrow();
  }

  private BusyHours() {}

  /** What the servers of the tests play. */
  public static RecordedDays days() {
    return played(AHEAD);
  }

  private static RecordedDays played(int hoursAhead) {
    return DAYS.ahead(Duration.ofHours(hoursAhead));
  }

  private static int tradesFrom(RecordedDays days, Instant now) {
    return days.between(now, now.plus(LONGEST_RUN)).size();
  }
}
