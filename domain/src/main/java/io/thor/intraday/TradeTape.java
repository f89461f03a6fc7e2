package io.thor.intraday;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** How far the trades of a symbol have been taken over, and the last price. */
@Entity
@Table(name = "trade_tape")
public class TradeTape {

  @Id private String symbol;

  @Column(name = "taken_to_ms")
  private long takenToMs;

  @Column(name = "last_price")
  private BigDecimal lastPrice;

  protected TradeTape() {}

  TradeTape(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  public BigDecimal lastPrice() {
    return lastPrice;
  }

  Instant takenTo() {
    return Instant.ofEpochMilli(takenToMs);
  }

  void take(Instant to, BigDecimal price) {
    takenToMs = to.toEpochMilli();
    lastPrice = price;
  }
}
