package io.thor.order;

import java.math.BigDecimal;

/** Whether an order buys or sells. */
public enum Side {
  BUY,
  SELL;

  /** A quantity as holdings count it: negative for a sale. */
  public BigDecimal signed(BigDecimal quantity) {
    return this == BUY ? quantity : quantity.negate();
  }
}
