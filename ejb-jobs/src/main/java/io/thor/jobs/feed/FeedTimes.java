package io.thor.jobs.feed;

import io.thor.config.Settings;
import java.time.Duration;

/**
 * How patient a feed's session is.
 *
 * @param stale silence after which it counts as stale
 * @param silent silence after which the connection is given up
 * @param resend how long missing messages are waited for
 * @param leastDelay before a new attempt
 * @param mostDelay likewise, after many failures
 */
record FeedTimes(
    Duration stale, Duration silent, Duration resend, Duration leastDelay, Duration mostDelay) {

  static final String STALE_KEY = "thor.feed.stale-ms";
  static final String SILENT_KEY = "thor.feed.silent-ms";
  private static final int DEFAULT_STALE_MS = 4000;
  private static final int DEFAULT_SILENT_MS = 15_000;
  private static final int MOST_MS = 3_600_000;

  /** The silence that counts as stale where so much of it may be what lies unread. */
  Duration staleAfter(Duration unread) {
    Duration rest = stale.minus(unread);
    Duration half = stale.dividedBy(2);
    return rest.compareTo(half) < 0 ? half : rest;
  }

  static FeedTimes of(Settings settings) {
    Duration stale = settings.millis(STALE_KEY, DEFAULT_STALE_MS, 100, MOST_MS);
    int least = Math.toIntExact(stale.toMillis());
    return new FeedTimes(
        stale,
        settings.millis(SILENT_KEY, Math.max(least, DEFAULT_SILENT_MS), least, MOST_MS),
        Duration.ofSeconds(5),
        Duration.ofMillis(500),
        Duration.ofSeconds(20));
  }
}
