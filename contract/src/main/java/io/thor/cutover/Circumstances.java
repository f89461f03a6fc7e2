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

  /**
   * What an order meets while the database is down: nothing of it is known that a command needs
   * which can raise.
   */
  public static Circumstances withoutDatabase(Instant now, long revision) {
    return new Circumstances(
        now, revision, false, new Ladder(0), Optional.empty(), Circumstances::noGates);
  }

  private static GateReport noGates(Step to) {
    throw new IllegalStateException("no gate is asked without a database, but that to " + to);
  }

  public Circumstances {
    now = now.truncatedTo(ChronoUnit.MILLIS);
  }
}
