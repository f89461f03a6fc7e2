package io.thor.jobs.synthetic;

import java.util.concurrent.TimeUnit;

/**
 * An even rate from a moment on. It counts from that moment, never from the last message, so being
 * late once does not make all that follows late.
 *
 * <p>Threads: immutable.
 */
final class Pacer {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final int ratePerSecond;
  private final long startNanos;

  /**
   * Starts counting.
   *
   * @param ratePerSecond 0 for never
   * @param startNanos by the clock of {@link System#nanoTime}
   */
  Pacer(int ratePerSecond, long startNanos) {
    if (ratePerSecond < 0) {
      throw new IllegalArgumentException("the rate must not be negative, but is " + ratePerSecond);
    }
    this.ratePerSecond = ratePerSecond;
    this.startNanos = startNanos;
  }

  int ratePerSecond() {
    return ratePerSecond;
  }

  /** How many are due from the start until now; the first one is at the start. */
  long due(long nowNanos) {
    if (ratePerSecond == 0) {
      return 0;
    }
    long elapsed = nowNanos - startNanos;
    return elapsed / SECOND * ratePerSecond + elapsed % SECOND * ratePerSecond / SECOND + 1;
  }

  /** How long until one more than so many is due; zero or less when it is already. */
  long nanosUntilNext(long done, long nowNanos) {
    if (ratePerSecond == 0) {
      return Long.MAX_VALUE;
    }
    long part = done % ratePerSecond * SECOND;
    long dueAfter = done / ratePerSecond * SECOND + (part + ratePerSecond - 1) / ratePerSecond;
    return startNanos + dueAfter - nowNanos;
  }
}
