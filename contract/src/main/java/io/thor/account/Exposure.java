package io.thor.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an account could come to hold of one instrument when its working orders are filled, in
 * whichever order and number that is worst.
 *
 * @param held negative when short
 * @param buying sum of what working orders buy
 * @param selling sum of what working orders sell, positive
 * @param price of one unit
 * @param multiplier units of the underlying for each contract
 */
public record Exposure(
    BigDecimal held,
    BigDecimal buying,
    BigDecimal selling,
    BigDecimal price,
    BigDecimal multiplier) {

  /** Where there are no working orders. */
  public static Exposure of(MarkedHolding holding) {
    return new Exposure(
        holding.holding().quantity(),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        holding.mark(),
        holding.terms().multiplier());
  }

  /**
   * With one more working order.
   *
   * @param quantity positive for a purchase, negative for a sale
   * @param at the most that a unit may come to cost; a lower one does not lower the price
   */
  public Exposure with(BigDecimal quantity, BigDecimal at) {
    return new Exposure(
        held,
        buying.add(quantity.max(BigDecimal.ZERO)),
        selling.add(quantity.negate().max(BigDecimal.ZERO)),
        price.max(at),
        multiplier);
  }

  /** The greatest absolute market value, in cents. */
  public BigDecimal grossValue() {
    BigDecimal most = held.abs().max(held.add(buying).abs()).max(held.subtract(selling).abs());
    return most.multiply(price).multiply(multiplier).setScale(2, RoundingMode.HALF_UP);
  }
}
