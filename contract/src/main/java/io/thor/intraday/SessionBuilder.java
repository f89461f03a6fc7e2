package io.thor.intraday;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Sums up one session.
 *
 * <p>Threads: not thread safe.
 */
final class SessionBuilder {

  private final LocalDate date;
  private BigDecimal notional = BigDecimal.ZERO;
  private BigDecimal volume = BigDecimal.ZERO;
  private Instant lastTrade = Instant.MIN;
  private boolean changed;

  SessionBuilder(LocalDate date) {
    this.date = date;
  }

  SessionBuilder(SessionVwap stored) {
    date = stored.sessionDate();
    notional = stored.notional();
    volume = stored.volume();
    lastTrade = stored.lastTrade();
  }

  void add(Trade trade, BigDecimal tradeNotional) {
    notional = notional.add(tradeNotional);
    volume = volume.add(trade.quantity());
    if (trade.time().isAfter(lastTrade)) {
      lastTrade = trade.time();
    }
    changed = true;
  }

  SessionVwap toVwap(String symbol) {
    return new SessionVwap(symbol, date, notional, volume, lastTrade);
  }

  boolean hasVolume() {
    return volume.signum() > 0;
  }

  boolean isChanged() {
    return changed;
  }

  void markReported() {
    changed = false;
  }
}
