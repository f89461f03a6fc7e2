package io.thor.intraday;

import java.io.Serializable;
import java.util.Objects;

/** The key of {@link FinalBar}. */
public class FinalBarKey implements Serializable {

  private static final long serialVersionUID = 1L;

  private String symbol;
  private long seq;

  protected FinalBarKey() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof FinalBarKey that && symbol.equals(that.symbol) && seq == that.seq;
  }

  @Override
  public int hashCode() {
    return Objects.hash(symbol, seq);
  }
}
