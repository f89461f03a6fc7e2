package io.thor.intraday;

import java.util.List;
import java.util.Optional;

/**
 * What one step of the engine changed: the caller stores all of it in one transaction, each bar
 * over the stored one of its minute and each session over the stored one of its date.
 *
 * @param bars by ascending minute; those not final include minutes that wait for their grace
 * @param sessions by ascending date; more than one when a late trade fell into the one before
 */
public record IntradayChanges(List<BarUpdate> bars, List<SessionVwap> sessions) {

  static final IntradayChanges NONE = new IntradayChanges(List.of(), List.of());

  public IntradayChanges {
    bars = List.copyOf(bars);
    sessions = List.copyOf(sessions);
  }

  public boolean isEmpty() {
    return bars.isEmpty() && sessions.isEmpty();
  }

  /** The bars that became final or were corrected, by ascending minute. */
  public List<Bar> finals() {
    return bars.stream().filter(BarUpdate::isFinal).map(BarUpdate::bar).toList();
  }

  /** The latest bar that still forms; empty when it did not change or there is none. */
  public Optional<Bar> forming() {
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(bars.get(bars.size() - 1))
            .filter(update -> !update.isFinal())
            .map(BarUpdate::bar);
  }

  /** The VWAP of the latest session that changed. */
  public Optional<SessionVwap> session() {
    return sessions.isEmpty() ? Optional.empty() : Optional.of(sessions.get(sessions.size() - 1));
  }
}
