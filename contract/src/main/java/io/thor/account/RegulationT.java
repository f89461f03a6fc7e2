package io.thor.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Buying power of a margin account under Federal Reserve Regulation T (12 CFR 220.12: initial
 * margin of 50 %) and FINRA Rule 4210(f)(8)(B) (day trading: four times the maintenance excess over
 * 25 %), as in force since 2001-09-28. Figures in cents, half up; never below zero.
 */
public final class RegulationT {

  private static final BigDecimal INITIAL_MARGIN = new BigDecimal("0.50");
  private static final BigDecimal MAINTENANCE_MARGIN = new BigDecimal("0.25");
  private static final BigDecimal DAY_TRADING_MULTIPLE = new BigDecimal("4");
  private static final BigDecimal OVERNIGHT_MULTIPLE = new BigDecimal("2");

  private RegulationT() {}

  /**
   * What can be bought and held overnight.
   *
   * @param equity net liquidating value
   * @param grossValue sum of the absolute market values
   */
  public static BigDecimal buyingPower(BigDecimal equity, BigDecimal grossValue) {
    return power(equity, grossValue, INITIAL_MARGIN, OVERNIGHT_MULTIPLE);
  }

  /** What can be bought and sold again within the day; same arguments. */
  public static BigDecimal dayTradingBuyingPower(BigDecimal equity, BigDecimal grossValue) {
    return power(equity, grossValue, MAINTENANCE_MARGIN, DAY_TRADING_MULTIPLE);
  }

  private static BigDecimal power(
      BigDecimal equity, BigDecimal grossValue, BigDecimal margin, BigDecimal multiple) {
    BigDecimal excess = equity.subtract(grossValue.multiply(margin));
    return excess.multiply(multiple).max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP);
  }
}
