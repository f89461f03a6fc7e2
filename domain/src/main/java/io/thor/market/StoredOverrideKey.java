package io.thor.market;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/** Which day of which market. */
public class StoredOverrideKey implements Serializable {

  private static final long serialVersionUID = 1L;

  private String marketId;
  private LocalDate date;

  protected StoredOverrideKey() {}

  StoredOverrideKey(String marketId, LocalDate date) {
    this.marketId = marketId;
    this.date = date;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredOverrideKey key
        && Objects.equals(marketId, key.marketId)
        && Objects.equals(date, key.date);
  }

  @Override
  public int hashCode() {
    return Objects.hash(marketId, date);
  }
}
