package io.thor.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A holding at a price. Money is rounded half up to cents, once per figure.
 *
 * @param mark the price of one unit
 */
public record MarkedHolding(Holding holding, BigDecimal mark, ContractTerms terms) {

  /** Quantity times mark times multiplier; of futures the notional value. */
  public BigDecimal marketValue() {
    return cents(holding.quantity().multiply(mark).multiply(terms.multiplier()));
  }

  /** What the holding adds to the equity: its market value, of futures the unrealized PnL. */
  public BigDecimal netValue() {
    return switch (terms.settlement()) {
      case IN_FULL -> marketValue();
      case TO_MARKET -> pnl();
    };
  }

  /** Unrealized PnL against the average cost. */
  public BigDecimal pnl() {
    return cents(gain());
  }

  /** Unrealized PnL in percent of the cost, four places; zero where there is no cost. */
  public BigDecimal pnlPercent() {
    BigDecimal cost =
        holding.quantity().multiply(holding.averageCost()).multiply(terms.multiplier()).abs();
    if (cost.signum() == 0) {
      return BigDecimal.ZERO.setScale(4);
    }
    return gain().movePointRight(2).divide(cost, 4, RoundingMode.HALF_UP);
  }

  private BigDecimal gain() {
    return mark.subtract(holding.averageCost())
        .multiply(holding.quantity())
        .multiply(terms.multiplier());
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
