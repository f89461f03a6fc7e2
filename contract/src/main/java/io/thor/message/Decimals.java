package io.thor.message;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one canonical form of every decimal on the wire, so that a value that went through a database
 * column is written with the same digits as one that did not.
 *
 * <p>Errors: {@link ArithmeticException} where a value has more digits than its form allows; it is
 * for the domain to round, never for the wire.
 */
public final class Decimals {

  /** VWAPs are divided once, to ten places, half up. */
  public static final int VWAP_SCALE = 10;

  /** Money of the supported currencies has two places. */
  public static final int MONEY_SCALE = 2;

  /** Derived percentages have four places. */
  public static final int PERCENT_SCALE = 4;

  private Decimals() {}

  /** Exactly two places: {@code 100000.00}. */
  public static BigDecimal money(BigDecimal value) {
    return value.setScale(MONEY_SCALE, RoundingMode.UNNECESSARY);
  }

  /** At least two places, no trailing zeros beyond them: {@code 807.00}, {@code 0.12345}. */
  public static BigDecimal price(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 2 ? stripped.setScale(2, RoundingMode.UNNECESSARY) : stripped;
  }

  /** No trailing zeros, no exponent: {@code 3}, {@code 2.85664446}, {@code 500}. */
  public static BigDecimal quantity(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }

  /** Exactly ten places. */
  public static BigDecimal vwap(BigDecimal value) {
    return value.setScale(VWAP_SCALE, RoundingMode.UNNECESSARY);
  }

  /** Exactly four places. */
  public static BigDecimal percent(BigDecimal value) {
    return value.setScale(PERCENT_SCALE, RoundingMode.UNNECESSARY);
  }
}
