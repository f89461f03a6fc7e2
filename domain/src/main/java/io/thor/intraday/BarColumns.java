package io.thor.intraday;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;

/** What the tables of final and of forming bars have in common. */
@Embeddable
public class BarColumns {

  private int revision;

  @Column(name = "open_price")
  private BigDecimal open;

  @Column(name = "high_price")
  private BigDecimal high;

  @Column(name = "low_price")
  private BigDecimal low;

  @Column(name = "close_price")
  private BigDecimal close;

  private BigDecimal volume;
  private BigDecimal notional;
  private long trades;

  @Column(name = "first_ms")
  private long firstMs;

  @Column(name = "first_trade")
  private long firstTrade;

  @Column(name = "last_ms")
  private long lastMs;

  @Column(name = "last_trade")
  private long lastTrade;

  @Column(name = "trade_numbers")
  private String tradeNumbers;

  protected BarColumns() {}

  BarColumns(Bar bar) {
    revision = bar.revision();
    open = bar.open();
    high = bar.high();
    low = bar.low();
    close = bar.close();
    volume = bar.volume();
    notional = bar.notional();
    trades = bar.trades();
    firstMs = bar.sources().firstTime().toEpochMilli();
    firstTrade = bar.sources().firstSequence();
    lastMs = bar.sources().lastTime().toEpochMilli();
    lastTrade = bar.sources().lastSequence();
    tradeNumbers = bar.sources().sequences().toString();
  }

  Bar toBar(String symbol, Instant minute) {
    BarSources sources =
        new BarSources(
            Instant.ofEpochMilli(firstMs),
            firstTrade,
            Instant.ofEpochMilli(lastMs),
            lastTrade,
            SequenceSet.parse(tradeNumbers));
    return new Bar(
        symbol, minute, open, high, low, close, volume, notional, trades, revision, sources);
  }

  public int getRevision() {
    return revision;
  }

  public BigDecimal getOpen() {
    return open;
  }

  public BigDecimal getHigh() {
    return high;
  }

  public BigDecimal getLow() {
    return low;
  }

  public BigDecimal getClose() {
    return close;
  }

  public BigDecimal getVolume() {
    return volume;
  }

  public BigDecimal getNotional() {
    return notional;
  }

  public long getTrades() {
    return trades;
  }
}
