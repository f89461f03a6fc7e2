package io.thor.socket;

import java.time.Duration;

/**
 * Whether a client still answers: when it was last pinged and when it last answered.
 *
 * <p>Threads: any.
 */
final class Liveness {

  private volatile long pingedNanos;
  private volatile long answeredNanos;

  Liveness(long nowNanos) {
    pingedNanos = nowNanos;
    answeredNanos = nowNanos;
  }

  void pinged(long nowNanos) {
    pingedNanos = nowNanos;
  }

  void answered(long nowNanos) {
    answeredNanos = nowNanos;
  }

  boolean isPingDue(long nowNanos, Duration interval) {
    return nowNanos - pingedNanos >= interval.toNanos();
  }

  /** Whether a ping has waited longer than that for its answer. */
  boolean isOverdue(long nowNanos, Duration limit) {
    return pingedNanos > answeredNanos && nowNanos - answeredNanos >= limit.toNanos();
  }
}
