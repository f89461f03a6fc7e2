package io.thor.intraday;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Turns the trades of one symbol into bars and session VWAPs. Not thread safe.
 *
 * <p>Use: {@link #accept} every trade that arrived, in any order, then {@link #advanceTo} the
 * present and store what it returns in one transaction. A bar is final when its minute ended at or
 * before the watermark, {@code now - grace}. A trade that comes later still counts: its bar comes
 * again with the next revision (one for all late trades of a step), its session's VWAP too. Bars
 * are forgotten when they ended the correction window before the watermark; a trade older than that
 * is left out, answered {@link Acceptance#TOO_LATE} and counted. Trades without quantity count in
 * prices and number; a minute or session that has no others waits for its first volume.
 *
 * <p>Memory: one bar per traded minute of grace and correction window, and the ranges of sequences
 * in it, at most 16 bytes a trade.
 *
 * <p>Errors: when storing the changes failed, discard the engine and continue with one made from
 * what is stored, for this one has moved on.
 */
public final class BarEngine {

  private final String symbol;
  private final BarRules rules;
  private final NavigableMap<Long, BarBuilder> bars = new TreeMap<>();

  // With something to report, now or when their minute ends.
  private final NavigableMap<Long, BarBuilder> pending = new TreeMap<>();

  private final SessionBook sessions;

  /** The bar of the last trade: the next one is mostly for it, too. */
  private Optional<BarBuilder> recent = Optional.empty();

  private long finalBefore = Long.MIN_VALUE;
  private long keptFrom = Long.MIN_VALUE;
  private long duplicates;
  private long tooLate;

  /** An engine for a symbol of which nothing is stored. */
  public BarEngine(String symbol, BarRules rules) {
    this.symbol = symbol;
    this.rules = rules;
    sessions = new SessionBook(symbol, rules.sessions());
  }

  /**
   * An engine that continues from what was stored. Feed it again from the minute before {@code
   * asOf}: what it knows it leaves out as a duplicate.
   *
   * <p>Errors: {@link IllegalArgumentException} when a bar of the window lacks its session.
   */
  public BarEngine(String symbol, BarRules rules, IntradayState stored) {
    this(symbol, rules);
    moveWatermark(stored.asOf());
    for (SessionVwap session : stored.sessions()) {
      requireSymbol(session.symbol());
      sessions.restore(session);
    }
    for (BarUpdate update : stored.bars()) {
      requireSymbol(update.bar().symbol());
      if (!update.isFinal() || Minutes.of(update.bar().minute()) >= keptFrom) {
        restore(update);
      }
    }
  }

  private void restore(BarUpdate update) {
    BarBuilder bar = new BarBuilder(update, sessions.restoredAt(update.bar().minute()));
    bars.put(bar.minute(), bar);
    if (!update.isFinal()) {
      pending.put(bar.minute(), bar);
    }
  }

  /** Counts a trade; what it changed comes out of the next {@link #advanceTo}. */
  public Acceptance accept(Trade trade) {
    requireSymbol(trade.symbol());
    if (!rules.eligibility().accepts(trade)) {
      return Acceptance.INELIGIBLE;
    }
    long minute = Minutes.of(trade.time());
    if (minute < keptFrom) {
      tooLate++;
      return Acceptance.TOO_LATE;
    }
    BarBuilder bar = barOf(minute);
    if (!bar.add(trade)) {
      duplicates++;
      return Acceptance.DUPLICATE;
    }
    if (!bar.isChanged()) {
      bar.setChanged(true);
      pending.put(minute, bar);
    }
    return isFinal(bar) ? Acceptance.LATE : Acceptance.ON_TIME;
  }

  private BarBuilder barOf(long minute) {
    if (recent.isEmpty() || recent.get().minute() != minute) {
      recent =
          Optional.of(
              bars.computeIfAbsent(
                  minute, key -> new BarBuilder(key, sessions.at(Minutes.start(key)))));
    }
    return recent.get();
  }

  /**
   * Ends the minutes that the watermark has passed.
   *
   * @param now the present; one before an earlier call does not move the watermark back
   * @return all that changed since the last call
   */
  public IntradayChanges advanceTo(Instant now) {
    boolean nextMinute = moveWatermark(now);
    List<BarUpdate> changedBars = pending.isEmpty() ? List.of() : takeBars();
    List<SessionVwap> changedSessions = sessions.takeChanges();
    if (nextMinute) {
      forgetOld();
    }
    return changedBars.isEmpty() && changedSessions.isEmpty()
        ? IntradayChanges.NONE
        : new IntradayChanges(changedBars, changedSessions);
  }

  /** The latest bar that is not final, with all trades accepted so far. */
  public Optional<Bar> forming() {
    return pending.descendingMap().values().stream()
        .filter(bar -> bar.hasVolume() && !isFinal(bar))
        .findFirst()
        .map(bar -> bar.toBar(symbol));
  }

  /** The VWAP of the latest session that has trades, with all trades accepted so far. */
  public Optional<SessionVwap> session() {
    return sessions.latest();
  }

  /** How many minutes it keeps in memory: those of the grace and the correction window. */
  public int keptBars() {
    return bars.size();
  }

  /** How many trades were left out as {@link Acceptance#DUPLICATE} since the construction. */
  public long duplicates() {
    return duplicates;
  }

  /** How many trades were left out as {@link Acceptance#TOO_LATE} since the construction. */
  public long tooLate() {
    return tooLate;
  }

  private List<BarUpdate> takeBars() {
    List<BarUpdate> taken = new ArrayList<>(pending.size());
    for (Iterator<BarBuilder> each = pending.values().iterator(); each.hasNext(); ) {
      BarBuilder bar = each.next();
      boolean isFinal = isFinal(bar);
      if (isFinal) {
        each.remove();
      }
      if (bar.hasVolume() && (isFinal || bar.isChanged())) {
        taken.add(bar.report(symbol, isFinal));
      }
      bar.setChanged(false);
    }
    return taken;
  }

  /** Moves the borders, never back; true when an older minute can be forgotten. */
  private boolean moveWatermark(Instant now) {
    Instant watermark = now.minus(rules.grace());
    finalBefore = Math.max(finalBefore, Minutes.of(watermark));
    long from = Minutes.of(watermark.minus(rules.correctionWindow()));
    boolean moved = from > keptFrom;
    keptFrom = Math.max(keptFrom, from);
    return moved;
  }

  private void forgetOld() {
    bars.headMap(keptFrom).clear();
    sessions.forgetBefore(Minutes.start(keptFrom));
  }

  private boolean isFinal(BarBuilder bar) {
    return bar.wasFinal() || bar.minute() < finalBefore;
  }

  private void requireSymbol(String other) {
    if (!symbol.equals(other)) {
      throw new IllegalArgumentException(
          "symbol must be " + symbol + ", not " + other + "; use one engine per symbol");
    }
  }
}
