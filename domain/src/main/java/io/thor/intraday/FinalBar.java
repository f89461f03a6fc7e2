package io.thor.intraday;

import io.thor.message.StreamPosition;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** One entry of the log {@code intraday_bar:*}: a bar whose minute has ended, or its correction. */
@Entity
@IdClass(FinalBarKey.class)
@Table(name = "intraday_bar")
public class FinalBar {

  @Id private String symbol;
  @Id private long seq;

  @Column(name = "as_of_ms")
  private long asOfMs;

  @Column(name = "minute_ms")
  private long minuteMs;

  @Embedded private BarColumns columns;

  protected FinalBar() {}

  FinalBar(Bar bar, StreamPosition position) {
    symbol = bar.symbol();
    seq = position.seq();
    asOfMs = position.asOf().toEpochMilli();
    minuteMs = bar.minute().toEpochMilli();
    columns = new BarColumns(bar);
  }

  Bar toBar() {
    return columns.toBar(symbol, getMinute());
  }

  /** Its position; entries of a log never change their epoch. */
  StreamPosition position(String epoch) {
    return new StreamPosition(epoch, seq, Instant.ofEpochMilli(asOfMs));
  }

  public long getSeq() {
    return seq;
  }

  public Instant getMinute() {
    return Instant.ofEpochMilli(minuteMs);
  }

  public BarColumns getColumns() {
    return columns;
  }
}
