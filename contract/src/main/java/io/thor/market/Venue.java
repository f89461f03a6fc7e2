package io.thor.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Who the market is and which days its calendar covers.
 *
 * @param validFrom the first covered day, on the venue's own clock
 * @param validUntil the last covered day
 */
record Venue(
    String mic,
    String name,
    String country,
    ZoneId zone,
    LocalDate validFrom,
    LocalDate validUntil) {

  Instant startOf(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  boolean covers(LocalDate date) {
    return !date.isBefore(validFrom) && !date.isAfter(validUntil);
  }
}
