package io.thor.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A holding at a price. Money is rounded half up to cents, once per figure.
 *
 * @param mark the price of one unit
 * @param multiplier units of the underlying for each contract
 */
public record MarkedHolding(Holding holding, BigDecimal mark, BigDecimal multiplier) {

  /** Quantity times mark times multiplier. */
  public BigDecimal marketValue() {
    return cents(holding.quantity().multiply(mark).multiply(multiplier));
  }

  /** Unrealized PnL against the average cost. */
  public BigDecimal pnl() {
    BigDecimal gainPerUnit = mark.subtract(holding.averageCost());
    return cents(gainPerUnit.multiply(holding.quantity()).multiply(multiplier));
  }

  /** Unrealized PnL in percent of the cost, four places; zero where there is no cost. */
  public BigDecimal pnlPercent() {
    BigDecimal cost = holding.quantity().multiply(holding.averageCost()).multiply(multiplier).abs();
    if (cost.signum() == 0) {
      return BigDecimal.ZERO.setScale(4);
    }
    BigDecimal gain =
        mark.subtract(holding.averageCost()).multiply(holding.quantity()).multiply(multiplier);
    return gain.movePointRight(2).divide(cost, 4, RoundingMode.HALF_UP);
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
