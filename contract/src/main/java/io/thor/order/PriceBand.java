package io.thor.order;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far from the last price an order may reach: a tenth. It keeps slipped fingers and broken
 * trades from the account, as the price bands of exchanges do.
 */
public final class PriceBand {

  private static final BigDecimal LOWEST = new BigDecimal("0.9");
  private static final BigDecimal HIGHEST = new BigDecimal("1.1");

  private PriceBand() {}

  /**
   * Why a ticket is refused at the last price; empty when it is not. A limit on the far side does
   * no harm: it waits.
   */
  public static Optional<String> objection(OrderTicket ticket, BigDecimal lastPrice) {
    return ticket
        .limitPrice()
        .filter(limit -> reachesTooFar(ticket.side(), limit, lastPrice))
        .map(
            limit ->
                "limit_price %s is more than 10 %% beyond the last price %s; give one that is nearer"
                    .formatted(plain(limit), plain(lastPrice)));
  }

  /** Why a market order is not filled at a price; empty when it is. */
  public static Optional<String> objection(BigDecimal lastPriceThen, BigDecimal price) {
    boolean within =
        price.compareTo(lastPriceThen.multiply(LOWEST)) >= 0
            && price.compareTo(lastPriceThen.multiply(HIGHEST)) <= 0;
    return within
        ? Optional.empty()
        : Optional.of(
            "the price went from %s to %s, more than 10 %%; order again if you still want to"
                .formatted(plain(lastPriceThen), plain(price)));
  }

  private static boolean reachesTooFar(Side side, BigDecimal limit, BigDecimal lastPrice) {
    return side == Side.BUY
        ? limit.compareTo(lastPrice.multiply(HIGHEST)) > 0
        : limit.compareTo(lastPrice.multiply(LOWEST)) < 0;
  }

  private static String plain(BigDecimal price) {
    return price.stripTrailingZeros().toPlainString();
  }
}
