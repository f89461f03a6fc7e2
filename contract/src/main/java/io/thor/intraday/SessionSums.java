package io.thor.intraday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The sessions of a symbol as they are stored, and those that are not, summed up from bars.
 *
 * <p>Threads: not thread safe.
 */
public final class SessionSums {

  private final String symbol;
  private final SessionRule rule;
  private final List<SessionVwap> stored;
  private final Set<LocalDate> known = new HashSet<>();
  private final Map<LocalDate, SessionVwap> summed = new TreeMap<>();

  /** Those that are stored, by the rule that counts now. */
  public SessionSums(String symbol, SessionRule rule, List<SessionVwap> stored) {
    this.symbol = symbol;
    this.rule = rule;
    this.stored = List.copyOf(stored);
    stored.forEach(session -> known.add(session.sessionDate()));
  }

  /** Whether the session of each bar is stored. */
  public boolean haveAll(Collection<BarUpdate> bars) {
    return bars.stream().allMatch(bar -> known.contains(rule.sessionOf(bar.bar().minute())));
  }

  /** Adds a bar to its session, unless that is stored. */
  public void add(Bar bar) {
    LocalDate date = rule.sessionOf(bar.minute());
    if (!known.contains(date)) {
      summed.merge(
          date,
          new SessionVwap(symbol, date, bar.notional(), bar.volume(), bar.sources().lastTime()),
          SessionSums::plus);
    }
  }

  private static SessionVwap plus(SessionVwap one, SessionVwap other) {
    return new SessionVwap(
        one.symbol(),
        one.sessionDate(),
        one.notional().add(other.notional()),
        one.volume().add(other.volume()),
        one.lastTrade().isAfter(other.lastTrade()) ? one.lastTrade() : other.lastTrade());
  }

  /** All of them. */
  public List<SessionVwap> all() {
    List<SessionVwap> all = new ArrayList<>(stored);
    all.addAll(summed.values());
    return List.copyOf(all);
  }
}
