package io.thor.jobs.feed;

import io.thor.intraday.Trade;
import io.thor.replay.RejectedRowException;
import io.thor.replay.TradeFields;
import io.thor.replay.TradeRow;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Hands on the numbered messages of a venue. One that makes no trade is counted and named, and its
 * number is passed over: so it leaves no gap, and no other waits for it.
 *
 * <p>Threads: not thread safe.
 */
final class VenueTrades {

  private static final int MOST_SKIPPED = 100_000;

  private final TradeFields fields;
  private final FeedListener listener;
  private final RejectedMessages rejected;

  VenueTrades(TradeFields fields, FeedListener listener, RejectedMessages rejected) {
    this.fields = fields;
    this.listener = listener;
    this.rejected = rejected;
  }

  void trade(long line, VenueMessage message) {
    OptionalLong number = message.number("seq");
    if (number.isEmpty()) {
      reject(line, "its seq is no whole number above zero; number all trades");
      return;
    }
    Optional<Trade> trade = tradeOf(line, number.getAsLong(), message);
    trade.ifPresentOrElse(
        made -> listener.trade(number.getAsLong(), made),
        () -> listener.skipped(number.getAsLong()));
  }

  private Optional<Trade> tradeOf(long line, long number, VenueMessage message) {
    try {
      TradeRow row = fields.parse(number, message.tradeFields());
      Optional<String> obstacle = StorableTrades.obstacle(row);
      obstacle.ifPresent(why -> reject(line, number, why));
      return obstacle.isPresent() ? Optional.empty() : Optional.of(trade(row));
    } catch (RejectedRowException e) {
      reject(line, number, e.getMessage());
      return Optional.empty();
    }
  }

  private static Trade trade(TradeRow row) {
    return new Trade(
        row.symbol(),
        row.time(),
        row.numericId().orElse(row.line()),
        row.price(),
        row.quantity(),
        row.conditions());
  }

  /** Numbers without content. */
  void skip(long line, VenueMessage message) {
    OptionalLong from = message.number("seq");
    long to = message.number("to").orElse(from.orElse(0));
    if (from.isEmpty() || to < from.getAsLong() || to - from.getAsLong() >= MOST_SKIPPED) {
      reject(line, "it skips no numbers, or more than " + MOST_SKIPPED + "; send several");
      return;
    }
    for (long number = from.getAsLong(); number <= to; number++) {
      listener.skipped(number);
    }
  }

  /** Something that the protocol does not know; where it has a number, that is passed over. */
  void unknown(long line, VenueMessage message) {
    reject(line, "type '" + message.shown("type") + "' is not known; see the protocol");
    message.number("seq").ifPresent(listener::skipped);
  }

  void reject(long line, String why) {
    rejected.add("line " + line, why);
  }

  private void reject(long line, long number, String why) {
    rejected.add("line " + line + ", message " + number, why);
  }
}
