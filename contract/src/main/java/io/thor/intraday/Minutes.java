package io.thor.intraday;

import java.time.Instant;

/** Minutes as numbers since 1970, which is what the engine compares. */
final class Minutes {

  private static final int SECONDS = 60;

  private Minutes() {}

  static long of(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), SECONDS);
  }

  static Instant start(long minute) {
    return Instant.ofEpochSecond(minute * SECONDS);
  }
}
