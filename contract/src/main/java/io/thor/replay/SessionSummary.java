package io.thor.replay;

import io.thor.intraday.Bar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a session of one symbol traded, up to a bar.
 *
 * @param typical sum of (high + low + close) times volume over the bars, for {@link #vwapTypical}
 */
public record SessionSummary(
    String symbol,
    LocalDate date,
    Instant first,
    Instant last,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal volume,
    long trades,
    BigDecimal notional,
    BigDecimal typical) {

  private static final int SCALE = 10;
  private static final BigDecimal THREE = BigDecimal.valueOf(3);

  /** A session that has one bar. */
  static SessionSummary of(LocalDate date, Bar bar) {
    return new SessionSummary(
        bar.symbol(),
        date,
        bar.sources().firstTime(),
        bar.sources().lastTime(),
        bar.open(),
        bar.high(),
        bar.low(),
        bar.close(),
        bar.volume(),
        bar.trades(),
        bar.notional(),
        typical(bar));
  }

  /** The session with its next bar. */
  SessionSummary plus(Bar bar) {
    return new SessionSummary(
        symbol,
        date,
        first,
        bar.sources().lastTime(),
        open,
        high.max(bar.high()),
        low.min(bar.low()),
        bar.close(),
        volume.add(bar.volume()),
        trades + bar.trades(),
        notional.add(bar.notional()),
        typical.add(typical(bar)));
  }

  /** The volume-weighted average price, ten places, half up. */
  public BigDecimal vwap() {
    return notional.divide(volume, SCALE, RoundingMode.HALF_UP);
  }

  /**
   * What charts use that have no trades: each minute's (high + low + close) / 3 by its volume. Only
   * to compare.
   */
  public BigDecimal vwapTypical() {
    return typical.divide(volume.multiply(THREE), SCALE, RoundingMode.HALF_UP);
  }

  private static BigDecimal typical(Bar bar) {
    return bar.high().add(bar.low()).add(bar.close()).multiply(bar.volume());
  }
}
