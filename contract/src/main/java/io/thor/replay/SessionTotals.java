package io.thor.replay;

import io.thor.intraday.Bar;
import io.thor.intraday.SessionRule;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Adds up the bars of one symbol, in order, by session.
 *
 * <p>Threads: not thread safe.
 */
final class SessionTotals {

  private final SessionRule rule;
  private Optional<SessionSummary> current = Optional.empty();

  SessionTotals(SessionRule rule) {
    this.rule = rule;
  }

  /** Adds the next bar; answers the session that ended before it, if one did. */
  Optional<SessionSummary> add(Bar bar) {
    LocalDate date = rule.sessionOf(bar.minute());
    Optional<SessionSummary> ended = current.filter(session -> !session.date().equals(date));
    current =
        Optional.of(
            current
                .filter(session -> session.date().equals(date))
                .map(session -> session.plus(bar))
                .orElseGet(() -> SessionSummary.of(date, bar)));
    return ended;
  }

  /** The session of the last bar. */
  Optional<SessionSummary> current() {
    return current;
  }
}
