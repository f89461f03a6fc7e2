package io.thor.intraday;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A bar whose minute has not ended, or still waits for late trades. */
@Entity
@IdClass(FormingBarKey.class)
@Table(name = "forming_bar")
public class FormingBar {

  @Id private String symbol;

  @Id
  @Column(name = "minute_ms")
  private long minuteMs;

  @Embedded private BarColumns columns;

  protected FormingBar() {}

  FormingBar(String symbol, Instant minute) {
    this.symbol = symbol;
    this.minuteMs = minute.toEpochMilli();
  }

  void become(Bar bar) {
    columns = new BarColumns(bar);
  }

  Bar toBar() {
    return columns.toBar(symbol, Instant.ofEpochMilli(minuteMs));
  }
}
