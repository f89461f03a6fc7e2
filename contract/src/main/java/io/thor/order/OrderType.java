package io.thor.order;

/** At which price an order may be filled. */
public enum OrderType {
  /** At the price of the next trade, within the {@link PriceBand}. */
  MARKET,
  /** At the limit or better. */
  LIMIT
}
