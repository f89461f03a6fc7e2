package io.thor.jobs.parity;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When to try again: at a random moment of a time that doubles with each failure, from 1 to 20 s.
 * Not thread safe.
 */
final class Reconnection {

  private static final System.Logger LOG = System.getLogger(Reconnection.class.getName());
  private static final Duration LEAST = Duration.ofMillis(500);
  private static final Duration MOST = Duration.ofSeconds(20);
  private static final int TELL_AT = 5;
  private static final int LAST_DOUBLING = 6;

  private Instant next = Instant.EPOCH;
  private int failures;
  private boolean succeeded;

  boolean isDue(Instant now) {
    return !now.isBefore(next);
  }

  void now() {
    next = Instant.EPOCH;
  }

  void failed(Instant now) {
    failures++;
    Duration longest = LEAST.multipliedBy(1L << Math.min(failures, LAST_DOUBLING));
    long limit = (longest.compareTo(MOST) < 0 ? longest : MOST).toMillis();
    next = now.plusMillis(ThreadLocalRandom.current().nextLong(LEAST.toMillis(), limit + 1));
  }

  void succeeded() {
    failures = 0;
    succeeded = true;
  }

  boolean everSucceeded() {
    return succeeded;
  }

  /** Tells of a failure once, when it lasts: a server that starts does not listen at once. */
  void tell(ProbeException failure) {
    if (failures == TELL_AT) {
      LOG.log(
          Level.WARNING,
          "the probe cannot compare; see thor.parity.probe-url: " + failure.getMessage());
    } else {
      LOG.log(Level.DEBUG, "the probe cannot connect yet", failure);
    }
  }
}
