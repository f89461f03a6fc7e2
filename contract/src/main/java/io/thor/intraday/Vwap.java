package io.thor.intraday;

import io.thor.message.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one division of a volume-weighted average price. */
final class Vwap {

  private Vwap() {}

  /** Ten places, half up. */
  static BigDecimal of(BigDecimal notional, BigDecimal volume) {
    return notional.divide(volume, Decimals.VWAP_SCALE, RoundingMode.HALF_UP);
  }
}
