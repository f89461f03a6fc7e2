package io.thor.account;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * What an account is worth at given marks, in cents of its currency.
 *
 * @param portfolioValue cash plus the market values and the unrealized PnL of futures
 * @param equity the same figure, net liquidating value
 */
public record Valuation(
    BigDecimal cash,
    BigDecimal portfolioValue,
    BigDecimal equity,
    BigDecimal buyingPower,
    BigDecimal dayTradingBuyingPower) {

  /** Values cash and marked holdings. */
  public static Valuation of(
      BigDecimal cash, Collection<MarkedHolding> holdings, BuyingPowerPolicy policy) {
    BigDecimal equity = cash;
    BigDecimal gross = BigDecimal.ZERO;
    for (MarkedHolding holding : holdings) {
      equity = equity.add(holding.netValue());
      gross = gross.add(holding.marketValue().abs());
    }
    return new Valuation(
        cash,
        equity,
        equity,
        policy.buyingPower(equity, gross),
        policy.dayTradingBuyingPower(equity, gross));
  }
}
