package io.thor.intraday;

import java.util.List;

/**
 * Trades of one symbol that the tape has just taken over and committed; observers never throw. The
 * same trade may come again, after a stop and within the feed's overlap.
 *
 * @param trades in any order
 */
public record TradesTaken(String symbol, List<Trade> trades) {

  public TradesTaken {
    trades = List.copyOf(trades);
  }
}
