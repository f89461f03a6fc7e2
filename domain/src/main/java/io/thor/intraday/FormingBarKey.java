package io.thor.intraday;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** The key of {@link FormingBar}. */
public class FormingBarKey implements Serializable {

  private static final long serialVersionUID = 1L;

  private String symbol;
  private long minuteMs;

  protected FormingBarKey() {}

  FormingBarKey(String symbol, Instant minute) {
    this.symbol = symbol;
    this.minuteMs = minute.toEpochMilli();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FormingBarKey that
        && symbol.equals(that.symbol)
        && minuteMs == that.minuteMs;
  }

  @Override
  public int hashCode() {
    return Objects.hash(symbol, minuteMs);
  }
}
