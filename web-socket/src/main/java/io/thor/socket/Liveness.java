package io.thor.socket;

import java.time.Duration;

/**
 * Whether a client still answers: when it was last pinged, and since when a ping waits.
 *
 * <p>Threads: any.
 */
final class Liveness {

  private long pingedNanos;
  private long waitingSinceNanos;
  private boolean waiting;

  Liveness(long nowNanos) {
    pingedNanos = nowNanos;
  }

  synchronized void pinged(long nowNanos) {
    pingedNanos = nowNanos;
    if (!waiting) {
      waiting = true;
      waitingSinceNanos = nowNanos;
    }
  }

  /** Any pong answers every ping before it. */
  synchronized void answered() {
    waiting = false;
  }

  synchronized boolean isPingDue(long nowNanos, Duration interval) {
    return nowNanos - pingedNanos >= interval.toNanos();
  }

  /** Whether a ping has waited that long for its answer. */
  synchronized boolean isOverdue(long nowNanos, Duration limit) {
    return waiting && nowNanos - waitingSinceNanos >= limit.toNanos();
  }
}
