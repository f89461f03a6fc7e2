package io.thor.intraday;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The sessions of a calendar that operators change at run time.
 *
 * <p>Threads: one at a time.
 */
final class LiveSessions implements SessionRule {

  private final IntSupplier version;
  private final Supplier<SessionRule> current;
  private int known;
  private SessionRule rule;

  /**
   * Sessions as they are now.
   *
   * @param version another one whenever the calendar is another
   */
  LiveSessions(IntSupplier version, Supplier<SessionRule> current) {
    this.version = version;
    this.current = current;
    known = version.getAsInt();
    rule = current.get();
  }

  @Override
  public LocalDate sessionOf(Instant moment) {
    int now = version.getAsInt();
    if (now != known) {
      rule = current.get();
      known = now;
    }
    return rule.sessionOf(moment);
  }
}
