package io.thor.replay;

/** Why a row of a trade file does not count. */
public enum Rejection {
  /** The row is no row of this file: wrong number of fields, a quote without end, too long. */
  BAD_ROW("bad rows"),
  BAD_TIME("bad times"),
  FUTURE_TIME("times in the future"),
  BAD_SYMBOL("bad symbols"),
  UNKNOWN_SYMBOL("unknown symbols"),
  BAD_PRICE("bad prices"),
  /** Zero or less. */
  PRICE_NOT_POSITIVE("prices not above zero"),
  BAD_QUANTITY("bad quantities"),
  /** Below zero. */
  NEGATIVE_QUANTITY("negative quantities"),
  /** A trade id that is too long. */
  BAD_TRADE_ID("bad trade ids"),
  /** A trade of this symbol, minute and id was counted before. */
  DUPLICATE("duplicates"),
  /** Its minute was closed to keep memory bounded. */
  TOO_LATE("rows too late");

  private final String plural;

  Rejection(String plural) {
    this.plural = plural;
  }

  /** Words for a count: {@code 3 bad prices}. */
  public String plural() {
    return plural;
  }

  /** Whether the row is to blame; a duplicate is harmless. */
  public boolean isFault() {
    return this != DUPLICATE;
  }
}
