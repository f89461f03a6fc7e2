package io.thor.jobs.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * Turns times of a recording into those of its replay, and back.
 *
 * @param started when the replay began
 * @param first the recorded time that was due then
 * @param speed recorded time for each unit of replay
 */
record ReplayPace(Instant started, Instant first, BigDecimal speed) {

  /** The recorded time that is due at a moment. */
  Instant recordedAt(Instant moment) {
    BigDecimal elapsed = nanos(Duration.between(started, moment));
    return plus(first, elapsed.multiply(speed));
  }

  /** When a recorded time is due. */
  Instant dueAt(Instant recorded) {
    BigDecimal elapsed = nanos(Duration.between(first, recorded));
    return plus(started, elapsed.divide(speed, 0, RoundingMode.DOWN));
  }

  private static BigDecimal nanos(Duration time) {
    return BigDecimal.valueOf(time.getSeconds())
        .movePointRight(9)
        .add(BigDecimal.valueOf(time.getNano()));
  }

  private static Instant plus(Instant moment, BigDecimal nanos) {
    BigDecimal[] parts =
        nanos.setScale(0, RoundingMode.DOWN).divideAndRemainder(BigDecimal.TEN.pow(9));
    return moment.plusSeconds(parts[0].longValueExact()).plusNanos(parts[1].longValueExact());
  }
}
