package io.thor.jobs.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to try again: at a random moment (full jitter) within a time that doubles with each failure.
 *
 * <p>Threads: not thread safe.
 */
final class Reconnection {

  private static final int MOST_DOUBLINGS = 20;

  private final FeedTimes times;
  private final RandomGenerator random;
  private int failures;

  Reconnection(FeedTimes times, RandomGenerator random) {
    this.times = times;
    this.random = random;
  }

  /** How long to wait after one more failure. */
  Duration nextDelay() {
    long least = times.leastDelay().toMillis();
    failures = Math.min(failures + 1, MOST_DOUBLINGS);
    long most = Math.min(times.mostDelay().toMillis(), least << failures);
    return Duration.ofMillis(random.nextLong(least, most + 1));
  }

  void succeeded() {
    failures = 0;
  }
}
