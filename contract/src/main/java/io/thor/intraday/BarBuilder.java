package io.thor.intraday;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Sums up one minute and passes each trade on to its session.
 *
 * <p>Threads: not thread safe.
 */
final class BarBuilder {

  private final long minute;
  private final SessionBuilder session;
  private final SequenceCollector sequences;
  private BigDecimal open = BigDecimal.ZERO;
  private BigDecimal high = BigDecimal.ZERO;
  private BigDecimal low = BigDecimal.ZERO;
  private BigDecimal close = BigDecimal.ZERO;
  private BigDecimal volume = BigDecimal.ZERO;
  private BigDecimal notional = BigDecimal.ZERO;
  private Instant firstTime = Instant.MAX;
  private long firstSequence;
  private Instant lastTime = Instant.MIN;
  private long lastSequence;
  private long trades;
  private int revision;
  private boolean wasFinal;
  private boolean changed;

  BarBuilder(long minute, SessionBuilder session) {
    this.minute = minute;
    this.session = session;
    sequences = new SequenceCollector();
  }

  BarBuilder(BarUpdate stored, SessionBuilder session) {
    Bar bar = stored.bar();
    BarSources sources = bar.sources();
    this.session = session;
    minute = Minutes.of(bar.minute());
    sequences = new SequenceCollector(sources.sequences());
    open = bar.open();
    high = bar.high();
    low = bar.low();
    close = bar.close();
    volume = bar.volume();
    notional = bar.notional();
    firstTime = sources.firstTime();
    firstSequence = sources.firstSequence();
    lastTime = sources.lastTime();
    lastSequence = sources.lastSequence();
    trades = bar.trades();
    revision = bar.revision();
    wasFinal = stored.isFinal();
  }

  /** Counts a trade; false when it is here already. */
  boolean add(Trade trade) {
    if (!sequences.add(trade.sequence())) {
      return false;
    }
    BigDecimal tradeNotional = trade.price().multiply(trade.quantity());
    notional = notional.add(tradeNotional);
    volume = volume.add(trade.quantity());
    trades++;
    movePrices(trade);
    session.add(trade, tradeNotional);
    return true;
  }

  private void movePrices(Trade trade) {
    BigDecimal price = trade.price();
    high = trades == 1 ? price : high.max(price);
    low = trades == 1 ? price : low.min(price);
    if (trade.isBefore(firstTime, firstSequence)) {
      open = price;
      firstTime = trade.time();
      firstSequence = trade.sequence();
    }
    if (trade.isAfter(lastTime, lastSequence)) {
      close = price;
      lastTime = trade.time();
      lastSequence = trade.sequence();
    }
  }

  Bar toBar(String symbol) {
    return new Bar(
        symbol,
        Minutes.start(minute),
        open,
        high,
        low,
        close,
        volume,
        notional,
        trades,
        revision,
        new BarSources(firstTime, firstSequence, lastTime, lastSequence, sequences.toSet()));
  }

  long minute() {
    return minute;
  }

  boolean hasVolume() {
    return volume.signum() > 0;
  }

  boolean wasFinal() {
    return wasFinal;
  }

  /** The bar as it leaves the engine: a final bar that leaves again has the next revision. */
  BarUpdate report(String symbol, boolean isFinal) {
    if (wasFinal) {
      revision++;
    }
    wasFinal = isFinal;
    return new BarUpdate(toBar(symbol), isFinal);
  }

  boolean isChanged() {
    return changed;
  }

  void setChanged(boolean changed) {
    this.changed = changed;
  }
}
