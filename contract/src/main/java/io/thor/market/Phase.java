package io.thor.market;

import io.thor.message.MarketStatusUpdate.Status;

/** A stretch of a trading day with one status; the end is exclusive. */
record Phase(DayTime start, DayTime end, Status status, String reason) {

  boolean is(Status wanted) {
    return status == wanted;
  }
}
