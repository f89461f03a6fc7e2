package io.thor.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One day's trading: the status is OPEN from {@code open} to {@code close}, the break excepted.
 * Auctions that the exchange counts outside the session are not in it.
 *
 * @param date the session day that the exchange gives it; {@code open} may fall on the evening
 *     before
 * @param breakStart the one break, for example lunch
 */
public record TradingSession(
    LocalDate date,
    Instant open,
    Optional<Instant> breakStart,
    Optional<Instant> breakEnd,
    Instant close) {

  public TradingSession {
    Objects.requireNonNull(date, "date");
    if (!open.isBefore(close)) {
      throw new IllegalArgumentException("close must be after open " + open + ", not " + close);
    }
    if (breakStart.isPresent() != breakEnd.isPresent()) {
      throw new IllegalArgumentException(
          "breakStart and breakEnd come together or not at all, not "
              + breakStart
              + " with "
              + breakEnd);
    }
  }
}
