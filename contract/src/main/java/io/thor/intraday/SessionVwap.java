package io.thor.intraday;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a symbol's session has traded since its start.
 *
 * @param sessionDate the session's own date
 * @param notional sum of price times quantity, exact
 * @param volume sum of quantity, exact
 * @param lastTrade time of the latest trade that counts
 */
public record SessionVwap(
    String symbol,
    LocalDate sessionDate,
    BigDecimal notional,
    BigDecimal volume,
    Instant lastTrade) {

  public SessionVwap {
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(sessionDate, "sessionDate");
    Require.positive("notional", notional);
    Require.positive("volume", volume);
    Objects.requireNonNull(lastTrade, "lastTrade");
  }

  /** The volume-weighted average price, ten places, half up. */
  public BigDecimal vwap() {
    return Vwap.of(notional, volume);
  }
}
