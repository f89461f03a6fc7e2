package io.thor.account;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Cash and marked holdings of one account, by symbol. Says what an execution or an order would lack
 * of buying power.
 */
public record Portfolio(BigDecimal cash, Map<String, MarkedHolding> holdings) {

  /**
   * A part of an order that still works.
   *
   * @param quantity positive for a purchase, negative for a sale
   * @param price the most that a unit may come to cost
   */
  public record Working(
      String symbol, BigDecimal quantity, BigDecimal price, ContractTerms terms) {}

  public Portfolio {
    holdings = Map.copyOf(holdings);
  }

  /** The net liquidating value. */
  public BigDecimal equity() {
    return holdings.values().stream().map(MarkedHolding::netValue).reduce(cash, BigDecimal::add);
  }

  /** Sum of the absolute market values. */
  public BigDecimal grossValue() {
    return holdings.values().stream()
        .map(holding -> holding.marketValue().abs())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What is missing for an execution now, marked at its price; empty when nothing is. */
  public Optional<BigDecimal> shortfall(
      BuyingPowerPolicy policy, String symbol, Execution execution) {
    Holding held = held(symbol);
    Portfolio before = with(symbol, held, execution);
    Portfolio after = with(symbol, execution.bookedTo(held).holding(), execution);
    return policy.shortfall(before.equity(), before.grossValue(), after.grossValue());
  }

  /**
   * What is missing for one more order beside those that work already, in the worst case; empty
   * when nothing is.
   */
  public Optional<BigDecimal> shortfall(
      BuyingPowerPolicy policy, Collection<Working> working, Working added) {
    Map<String, Exposure> exposures = new HashMap<>();
    holdings.forEach((symbol, holding) -> exposures.put(symbol, Exposure.of(holding)));
    working.forEach(order -> add(exposures, order));
    BigDecimal before = grossValue(exposures);
    add(exposures, added);
    return policy.shortfall(equity(), before, grossValue(exposures));
  }

  private static void add(Map<String, Exposure> exposures, Working order) {
    BigDecimal none = BigDecimal.ZERO;
    Exposure untouched = new Exposure(none, none, none, order.price(), order.terms().multiplier());
    exposures.put(
        order.symbol(),
        exposures.getOrDefault(order.symbol(), untouched).with(order.quantity(), order.price()));
  }

  private static BigDecimal grossValue(Map<String, Exposure> exposures) {
    return exposures.values().stream()
        .map(Exposure::grossValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Holding held(String symbol) {
    return holdings.containsKey(symbol) ? holdings.get(symbol).holding() : Holding.NONE;
  }

  private Portfolio with(String symbol, Holding holding, Execution execution) {
    Map<String, MarkedHolding> marked = new HashMap<>(holdings);
    marked.put(symbol, new MarkedHolding(holding, execution.price(), execution.terms()));
    return new Portfolio(cash, marked);
  }
}
