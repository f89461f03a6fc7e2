package io.thor.intraday;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** How far the feed of a symbol has been taken over, and the price to mark with. */
@Entity
@Table(name = "last_trade")
public class LastTrade {

  @Id private String symbol;

  @Column(name = "trade_seq")
  private long tradeSeq;

  private BigDecimal price;

  @Column(name = "traded_ms")
  private long tradedMs;

  protected LastTrade() {}

  LastTrade(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  public BigDecimal price() {
    return price;
  }

  Instant time() {
    return Instant.ofEpochMilli(tradedMs);
  }

  void become(Trade trade) {
    tradeSeq = trade.sequence();
    price = trade.price();
    tradedMs = trade.time().toEpochMilli();
  }
}
