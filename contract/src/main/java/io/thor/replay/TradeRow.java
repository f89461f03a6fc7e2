package io.thor.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A row of a trade file that makes a trade.
 *
 * @param line of the file, from 1
 * @param tradeId identifies the trade in its symbol and minute
 */
public record TradeRow(
    long line,
    Instant time,
    String symbol,
    BigDecimal price,
    BigDecimal quantity,
    Optional<String> tradeId,
    Set<String> conditions) {

  public TradeRow {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(tradeId, "tradeId");
    conditions = Set.copyOf(conditions);
  }

  /** The id where it is a number without sign of at most 18 digits: it then orders trades, too. */
  public OptionalLong numericId() {
    long number = tradeId.map(PlainDecimal::wholeNumber).orElse(-1L);
    return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
