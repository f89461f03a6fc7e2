package io.thor.socket;

import java.time.Duration;

/** Whether a send is under way, and since when it has made no progress. Not thread safe. */
final class InFlight {

  private boolean underWay;
  private long sinceNanos;

  void begin() {
    underWay = true;
    sinceNanos = System.nanoTime();
  }

  /** A part has gone out. */
  void progressed() {
    sinceNanos = System.nanoTime();
  }

  void end() {
    underWay = false;
  }

  boolean isUnderWay() {
    return underWay;
  }

  /** How long the send has made no progress; zero when none is under way. */
  Duration lasts(long nowNanos) {
    return underWay ? Duration.ofNanos(nowNanos - sinceNanos) : Duration.ZERO;
  }
}
