package io.thor.replay;

import io.thor.intraday.Acceptance;
import io.thor.intraday.Bar;
import io.thor.intraday.BarEngine;
import io.thor.intraday.BarRules;
import io.thor.intraday.Trade;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * One symbol of a file: gives its rows their sequences and the engine its trades.
 *
 * <p>An id that is a number is the sequence, so trades of one time go by id. Others go by their
 * order in the file, and an id of letters is remembered to know it again.
 *
 * <p>Threads: not thread safe.
 */
final class SymbolReplay {

  private static final int SECONDS = 60;

  private final BarEngine engine;
  private final NavigableMap<Long, Set<String>> textIds = new TreeMap<>();
  private final SessionTotals sessions;
  private long nextSequence = Long.MIN_VALUE / 2;
  private long counted;

  SymbolReplay(String symbol, BarRules rules) {
    engine = new BarEngine(symbol, rules);
    sessions = new SessionTotals(rules.sessions());
  }

  /** Counts a row; what it makes the tape hold goes to {@code open}. */
  Acceptance take(TradeRow row, OpenMinutes open) {
    long minute = Math.floorDiv(row.time().getEpochSecond(), SECONDS);
    OptionalLong number = row.numericId();
    boolean numbered = number.isPresent();
    boolean named = row.tradeId().isPresent() && !numbered;
    if (named && textIds.getOrDefault(minute, Set.of()).contains(row.tradeId().get())) {
      return Acceptance.DUPLICATE;
    }
    long sequence = numbered ? number.getAsLong() : nextSequence++;
    int bars = engine.keptBars();
    Acceptance acceptance = engine.accept(trade(row, sequence));
    open.hold(minute, (engine.keptBars() - bars) * OpenMinutes.BAR);
    if (acceptance == Acceptance.ON_TIME || acceptance == Acceptance.LATE) {
      counted++;
      open.hold(minute, numbered ? OpenMinutes.NUMBER : 0);
      if (named) {
        textIds.computeIfAbsent(minute, key -> new HashSet<>()).add(row.tradeId().get());
        open.hold(minute, OpenMinutes.TEXT);
      }
    }
    return acceptance;
  }

  private static Trade trade(TradeRow row, long sequence) {
    return new Trade(
        row.symbol(), row.time(), sequence, row.price(), row.quantity(), row.conditions());
  }

  /** The bars of the minutes before one, by time; they never change again. */
  List<Bar> closeBefore(long minute) {
    textIds.headMap(minute).clear();
    return engine.advanceTo(Instant.ofEpochSecond(minute * SECONDS)).finals();
  }

  SessionTotals sessions() {
    return sessions;
  }

  /** How many trades were accepted; more than in the bars where a minute had no volume. */
  long counted() {
    return counted;
  }
}
