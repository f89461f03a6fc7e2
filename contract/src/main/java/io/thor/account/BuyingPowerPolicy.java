package io.thor.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How much an account may hold for its equity, by name and date. Figures in cents, half up; what
 * can be bought is never below zero.
 *
 * <p>Futures count with their whole notional value, which asks for more than any exchange's
 * performance bond.
 */
public enum BuyingPowerPolicy {
  /**
   * A margin account. Overnight: Federal Reserve Regulation T, 12 CFR 220.12 (initial margin of 50
   * %). Within the day: FINRA Rule 4210(f)(8)(B) (four times the maintenance excess over 25 %), as
   * in force since the date.
   */
  REG_T(LocalDate.of(2001, 9, 28), "0.50", "0.25"),
  /** A cash account: Federal Reserve Regulation T, 12 CFR 220.8; everything is paid in full. */
  CASH(LocalDate.of(1998, 4, 1), "1", "1");

  private final LocalDate since;
  private final BigDecimal initialMargin;
  private final BigDecimal maintenanceMargin;

  BuyingPowerPolicy(LocalDate since, String initialMargin, String maintenanceMargin) {
    this.since = since;
    this.initialMargin = new BigDecimal(initialMargin);
    this.maintenanceMargin = new BigDecimal(maintenanceMargin);
  }

  /** The day from which the rule has been in force as it is here. */
  public LocalDate since() {
    return since;
  }

  /**
   * What can be bought and held overnight: under {@code REG_T} twice the excess.
   *
   * @param equity net liquidating value
   * @param grossValue sum of the absolute market values
   */
  public BigDecimal buyingPower(BigDecimal equity, BigDecimal grossValue) {
    return power(equity, grossValue, initialMargin);
  }

  /** What can be bought and sold again within the day; same arguments. */
  public BigDecimal dayTradingBuyingPower(BigDecimal equity, BigDecimal grossValue) {
    return power(equity, grossValue, maintenanceMargin);
  }

  /**
   * What an account lacks of the initial margin for what it would hold; empty when it lacks
   * nothing, or would not hold more than before.
   *
   * @param grossBefore sum of the absolute market values, before
   * @param grossAfter and after
   */
  public Optional<BigDecimal> shortfall(
      BigDecimal equity, BigDecimal grossBefore, BigDecimal grossAfter) {
    BigDecimal lacking = grossAfter.multiply(initialMargin).subtract(equity);
    boolean allowed = grossAfter.compareTo(grossBefore) <= 0 || lacking.signum() <= 0;
    return allowed ? Optional.empty() : Optional.of(lacking.setScale(2, RoundingMode.UP));
  }

  private static BigDecimal power(BigDecimal equity, BigDecimal grossValue, BigDecimal margin) {
    BigDecimal excess = equity.subtract(grossValue.multiply(margin));
    return excess.max(BigDecimal.ZERO).divide(margin, 2, RoundingMode.HALF_UP);
  }
}
