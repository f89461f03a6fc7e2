package io.thor.order;

import io.thor.intraday.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the trade that fills an order: the first at the venue after the order was placed that had a
 * quantity and a price within the limit. The whole order is filled at its price.
 *
 * @param placed trades of that very moment came before
 */
public record Matching(String symbol, Side side, Optional<BigDecimal> limitPrice, Instant placed) {

  private static final Comparator<Trade> AT_THE_VENUE =
      Comparator.comparing(Trade::time).thenComparingLong(Trade::sequence);

  /**
   * The trade, if it is among those given.
   *
   * @param trades in any order
   */
  public Optional<Trade> first(Collection<Trade> trades) {
    return trades.stream().filter(this::fits).min(AT_THE_VENUE);
  }

  private boolean fits(Trade trade) {
    return trade.symbol().equals(symbol)
        && trade.time().isAfter(placed)
        && trade.quantity().signum() > 0
        && limitPrice.filter(limit -> !atOrBetter(trade.price(), limit)).isEmpty();
  }

  private boolean atOrBetter(BigDecimal price, BigDecimal limit) {
    return side == Side.BUY ? price.compareTo(limit) <= 0 : price.compareTo(limit) >= 0;
  }
}
