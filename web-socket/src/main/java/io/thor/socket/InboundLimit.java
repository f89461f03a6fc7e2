package io.thor.socket;

import java.util.concurrent.TimeUnit;

/** Lets through 50 frames a second, and as many at once. Not thread safe. */
final class InboundLimit {

  private static final long GAP_NANOS = TimeUnit.SECONDS.toNanos(1) / 50;
  private static final long BURST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private long paidUntilNanos;
  private boolean started;

  boolean take(long nowNanos) {
    if (!started || nowNanos - paidUntilNanos > 0) {
      started = true;
      paidUntilNanos = nowNanos;
    }
    if (paidUntilNanos - nowNanos >= BURST_NANOS) {
      return false;
    }
    paidUntilNanos += GAP_NANOS;
    return true;
  }
}
