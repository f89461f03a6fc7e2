package io.thor.intraday;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * One execution on a market.
 *
 * @param time of the execution at the venue, not of its arrival
 * @param sequence orders trades of the same time, and with the minute of {@code time} identifies
 *     the trade of its symbol: the same one again is a duplicate
 * @param price above zero, in the quote currency
 * @param quantity zero or more, in units of the instrument; recordings hold zero for what was less
 *     than their precision
 * @param conditions the venue's codes, for {@link TradeEligibility}
 */
public record Trade(
    String symbol,
    Instant time,
    long sequence,
    BigDecimal price,
    BigDecimal quantity,
    Set<String> conditions) {

  /** A trade without conditions. */
  public Trade(String symbol, Instant time, long sequence, BigDecimal price, BigDecimal quantity) {
    this(symbol, time, sequence, price, quantity, Set.of());
  }

  public Trade {
    if (symbol.isBlank()) {
      throw new IllegalArgumentException("symbol must not be blank; give the traded symbol");
    }
    Objects.requireNonNull(time, "time");
    Require.positive("price", price);
    Require.that(
        quantity.signum() >= 0,
        () -> "quantity must not be negative, but is " + quantity + "; leave such trades out");
    conditions = Set.copyOf(conditions);
  }

  /** Whether this trade happened before the one with that time and sequence. */
  boolean isBefore(Instant otherTime, long otherSequence) {
    int order = time.compareTo(otherTime);
    return order < 0 || (order == 0 && sequence < otherSequence);
  }

  /** Whether this trade happened after the one with that time and sequence. */
  boolean isAfter(Instant otherTime, long otherSequence) {
    int order = time.compareTo(otherTime);
    return order > 0 || (order == 0 && sequence > otherSequence);
  }
}
