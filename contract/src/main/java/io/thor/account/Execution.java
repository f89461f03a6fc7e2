package io.thor.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What was traded at which price.
 *
 * @param quantity positive for a purchase, negative for a sale
 * @param price of one unit
 */
public record Execution(BigDecimal quantity, BigDecimal price, ContractTerms terms) {

  /**
   * What an execution makes of a holding and of the cash beside it.
   *
   * @param cashEffect in cents, half up; negative when cash goes out
   */
  public record Booking(Holding holding, BigDecimal cashEffect) {}

  public Execution {
    if (quantity.signum() == 0) {
      throw new IllegalArgumentException("quantity is 0; an execution buys or sells something");
    }
  }

  /** Books this to a holding of the same instrument. */
  public Booking bookedTo(Holding before) {
    Holding after = before.after(quantity, price, terms.multiplier());
    return switch (terms.settlement()) {
      case IN_FULL -> new Booking(after, value().negate());
      case TO_MARKET -> new Booking(after, after.realizedPnl().subtract(before.realizedPnl()));
    };
  }

  /** Quantity times price times multiplier, in cents. */
  private BigDecimal value() {
    return quantity.multiply(price).multiply(terms.multiplier()).setScale(2, RoundingMode.HALF_UP);
  }
}
