package io.thor.cutover;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an order meets.
 *
 * @param now cut to milliseconds
 * @param revision the global revision before the order
 * @param databaseUp whether the order can be stored
 * @param freeze the words of a freeze window that is open
 * @param gates the report of the way from the current step to another
 */
public record Circumstances(
    Instant now,
    long revision,
    boolean databaseUp,
    Ladder ladder,
    Optional<String> freeze,
    Function<Step, GateReport> gates) {

  public Circumstances {
    now = now.truncatedTo(ChronoUnit.MILLIS);
  }
}
