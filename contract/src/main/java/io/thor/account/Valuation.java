package io.thor.account;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * What an account is worth at given marks, in cents of its currency.
 *
 * @param portfolioValue cash plus the market values
 * @param equity the same figure, net liquidating value
 */
public record Valuation(
    BigDecimal cash,
    BigDecimal portfolioValue,
    BigDecimal equity,
    BigDecimal buyingPower,
    BigDecimal dayTradingBuyingPower) {

  /** Values cash and marked holdings. */
  public static Valuation of(BigDecimal cash, Collection<MarkedHolding> holdings) {
    BigDecimal net = BigDecimal.ZERO;
    BigDecimal gross = BigDecimal.ZERO;
    for (MarkedHolding holding : holdings) {
      BigDecimal value = holding.marketValue();
      net = net.add(value);
      gross = gross.add(value.abs());
    }
    BigDecimal equity = cash.add(net);
    return new Valuation(
        cash,
        equity,
        equity,
        RegulationT.buyingPower(equity, gross),
        RegulationT.dayTradingBuyingPower(equity, gross));
  }
}
