package io.thor.intraday;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What a symbol has traded in one session; the latest session is the state of {@code vwap:*}. */
@Entity
@IdClass(StoredVwapKey.class)
@Table(name = "session_vwap")
public class StoredVwap {

  @Id private String symbol;

  @Id
  @Column(name = "session_date")
  private LocalDate sessionDate;

  private BigDecimal notional;
  private BigDecimal volume;

  @Column(name = "last_trade_ms")
  private long lastTradeMs;

  protected StoredVwap() {}

  StoredVwap(String symbol, LocalDate sessionDate) {
    this.symbol = symbol;
    this.sessionDate = sessionDate;
  }

  void become(SessionVwap session) {
    notional = session.notional();
    volume = session.volume();
    lastTradeMs = session.lastTrade().toEpochMilli();
  }

  SessionVwap toSession() {
    return new SessionVwap(
        symbol, sessionDate, notional, volume, Instant.ofEpochMilli(lastTradeMs));
  }

  public LocalDate getSessionDate() {
    return sessionDate;
  }

  public BigDecimal getNotional() {
    return notional;
  }

  public BigDecimal getVolume() {
    return volume;
  }

  public Instant getLastTrade() {
    return Instant.ofEpochMilli(lastTradeMs);
  }
}
