package io.thor.intraday;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/** The key of {@link StoredVwap}. */
public class StoredVwapKey implements Serializable {

  private static final long serialVersionUID = 1L;

  private String symbol;
  private LocalDate sessionDate;

  protected StoredVwapKey() {}

  StoredVwapKey(String symbol, LocalDate sessionDate) {
    this.symbol = symbol;
    this.sessionDate = sessionDate;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredVwapKey that
        && symbol.equals(that.symbol)
        && sessionDate.equals(that.sessionDate);
  }

  @Override
  public int hashCode() {
    return Objects.hash(symbol, sessionDate);
  }
}
