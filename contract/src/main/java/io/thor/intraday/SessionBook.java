package io.thor.intraday;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sessions of one symbol that trades can still fall into, and the latest.
 *
 * <p>Threads: not thread safe.
 */
final class SessionBook {

  private final String symbol;
  private final SessionRule rule;
  private final NavigableMap<LocalDate, SessionBuilder> sessions = new TreeMap<>();

  SessionBook(String symbol, SessionRule rule) {
    this.symbol = symbol;
    this.rule = rule;
  }

  void restore(SessionVwap stored) {
    sessions.put(stored.sessionDate(), new SessionBuilder(stored));
  }

  /** The session of a moment, new when it has no trades yet. */
  SessionBuilder at(Instant moment) {
    return sessions.computeIfAbsent(rule.sessionOf(moment), SessionBuilder::new);
  }

  /** The session of a moment, which must have been restored. */
  SessionBuilder restoredAt(Instant moment) {
    LocalDate date = rule.sessionOf(moment);
    Require.that(
        sessions.containsKey(date),
        () ->
            "sessions lacks " + date + " of the stored bar " + moment + "; load it with the bars");
    return sessions.get(date);
  }

  Optional<SessionVwap> latest() {
    return sessions.descendingMap().values().stream()
        .filter(SessionBuilder::hasVolume)
        .findFirst()
        .map(session -> session.toVwap(symbol));
  }

  /** What changed since the last call, by ascending date. */
  List<SessionVwap> takeChanges() {
    List<SessionVwap> taken = new ArrayList<>(1);
    for (SessionBuilder session : sessions.values()) {
      if (session.isChanged() && session.hasVolume()) {
        taken.add(session.toVwap(symbol));
        session.markReported();
      }
    }
    return taken;
  }

  /** Forgets what ended before a moment, but never the latest: it is still the symbol's VWAP. */
  void forgetBefore(Instant moment) {
    if (sessions.size() > 1) {
      LocalDate oldest = rule.sessionOf(moment);
      LocalDate latest = sessions.lastKey();
      sessions.headMap(oldest.isBefore(latest) ? oldest : latest).clear();
    }
  }
}
