package io.thor.replay;

import io.thor.intraday.Bar;
import io.thor.intraday.BarRules;
import io.thor.intraday.SessionRule;
import io.thor.intraday.TradeEligibility;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Computes the bars and sessions of a file whose rows come in any order.
 *
 * <p>All minutes stay open until what they hold is about 200 MiB, which is 400,000 bars. Then the
 * oldest quarter is closed and written, and rows that come later for it are left out as {@link
 * Rejection#TOO_LATE}.
 *
 * <p>Threads: not thread safe.
 */
public final class Replay {

  private static final long OPEN_UNITS = 12_800_000;

  /** A minute in the year 20983. */
  private static final long AFTER_ALL = 10_000_000_000L;

  private static final Comparator<Bar> BY_TIME_AND_SYMBOL =
      Comparator.comparing(Bar::minute).thenComparing(Bar::symbol);

  private final BarRules rules;
  private final ReplaySink sink;
  private final Consumer<LeftOut> report;
  private final OpenMinutes open;
  private final Map<String, SymbolReplay> symbols = new TreeMap<>();
  private final Map<Rejection, Long> leftOut = new EnumMap<>(Rejection.class);
  private long ineligible;
  private long tradesInBars;
  private long bars;
  private long sessions;

  /**
   * @param report takes every row that is left out, those that the file's reader rejects included
   */
  public Replay(
      SessionRule sessions,
      TradeEligibility eligibility,
      ReplaySink sink,
      Consumer<LeftOut> report) {
    this(sessions, eligibility, sink, report, OPEN_UNITS);
  }

  Replay(
      SessionRule sessions,
      TradeEligibility eligibility,
      ReplaySink sink,
      Consumer<LeftOut> report,
      long openUnits) {
    rules = new BarRules(Duration.ZERO, Duration.ZERO, sessions, eligibility);
    this.sink = sink;
    this.report = report;
    open = new OpenMinutes(openUnits);
  }

  /** Counts and reports a row that made no trade. */
  public void leaveOut(LeftOut row) {
    leftOut.merge(row.rejection(), 1L, Long::sum);
    report.accept(row);
  }

  public void take(TradeRow row) throws IOException {
    SymbolReplay symbol =
        symbols.computeIfAbsent(row.symbol(), name -> new SymbolReplay(name, rules));
    switch (symbol.take(row, open)) {
      case DUPLICATE -> leaveOut(duplicate(row));
      case TOO_LATE -> leaveOut(tooLate(row));
      case INELIGIBLE -> ineligible++;
      case ON_TIME, LATE -> closeWhenFull();
    }
  }

  /**
   * Hands over what is left.
   *
   * @param rows of the whole file
   */
  public ReplayFigures finish(long rows) throws IOException {
    closeBefore(AFTER_ALL);
    for (SymbolReplay symbol : symbols.values()) {
      handOver(symbol.sessions().current());
    }
    long counted = symbols.values().stream().mapToLong(SymbolReplay::counted).sum();
    return new ReplayFigures(
        rows,
        tradesInBars,
        symbols.size(),
        bars,
        sessions,
        ineligible,
        counted - tradesInBars,
        leftOut);
  }

  private void closeWhenFull() throws IOException {
    if (open.isFull()) {
      closeBefore(open.closeOldest());
    }
  }

  private void closeBefore(long minute) throws IOException {
    List<Bar> closed = new ArrayList<>();
    symbols.values().forEach(symbol -> closed.addAll(symbol.closeBefore(minute)));
    closed.sort(BY_TIME_AND_SYMBOL);
    for (Bar bar : closed) {
      SessionTotals totals = symbols.get(bar.symbol()).sessions();
      handOver(totals.add(bar));
      sink.bar(bar, totals.current().orElseThrow());
      bars++;
      tradesInBars += bar.trades();
    }
  }

  private void handOver(Optional<SessionSummary> session) throws IOException {
    if (session.isPresent()) {
      sink.session(session.get());
      sessions++;
    }
  }

  private static LeftOut duplicate(TradeRow row) {
    return new LeftOut(
        row.line(),
        Rejection.DUPLICATE,
        "trade_id '" + row.tradeId().orElse("") + "' was counted before; nothing to do");
  }

  private static LeftOut tooLate(TradeRow row) {
    return new LeftOut(
        row.line(),
        Rejection.TOO_LATE,
        "time " + row.time() + " is of a minute that was closed; sort the file by time");
  }
}
