package io.thor.intraday;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stores changes as the database does: a bar over that of its minute, a session over its date. */
final class IntradayStore {

  private final SortedMap<Instant, BarUpdate> bars = new TreeMap<>();
  private final SortedMap<LocalDate, SessionVwap> sessions = new TreeMap<>();

  void store(IntradayChanges changes) {
    changes.bars().forEach(update -> bars.put(update.bar().minute(), update));
    changes.sessions().forEach(session -> sessions.put(session.sessionDate(), session));
  }

  IntradayState state(Instant asOf) {
    return new IntradayState(List.copyOf(bars.values()), List.copyOf(sessions.values()), asOf);
  }

  List<Bar> bars() {
    return bars.values().stream().map(BarUpdate::bar).toList();
  }

  List<BarFigures> figures() {
    return bars().stream().map(BarFigures::of).toList();
  }

  boolean allFinal() {
    return bars.values().stream().allMatch(BarUpdate::isFinal);
  }

  SortedMap<LocalDate, SessionVwap> sessions() {
    return sessions;
  }
}
