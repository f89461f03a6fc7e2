package io.thor.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One venue's trading calendar: its sessions, its special days and its status at any instant.
 *
 * <p>Dates are session days on the venue's clock, ranges include both ends, and days that the
 * calendar does not cover have no session; their status is UNKNOWN, never OPEN.
 *
 * <p>Threads: immutable. Errors: {@link IllegalArgumentException} for a range that ends before it
 * begins.
 */
public final class MarketCalendar {

  private final Venue venue;
  private final TradingDays days;
  private final Timeline timeline;

  MarketCalendar(Venue venue, TradingDays days) {
    this.venue = venue;
    this.days = days;
    this.timeline = new TimelineBuilder(venue, days).build();
  }

  /**
   * This calendar with some days overridden; meant for the calendar as it was read.
   *
   * <p>Errors: {@link IllegalArgumentException} for a day that it does not cover, and for hours
   * that overlap a session beside them.
   */
  public MarketCalendar with(Collection<DayOverride> overrides) {
    for (DayOverride each : overrides) {
      if (!venue.covers(each.date())) {
        throw new IllegalArgumentException(
            "date is '"
                + each.date()
                + "'; give one from "
                + validFrom()
                + " to "
                + validUntil()
                + ", which the calendar covers");
      }
    }
    MarketCalendar changed = new MarketCalendar(venue, days.with(overrides, zone()));
    overrides.forEach(each -> changed.requireNoOverlap(each.date()));
    return changed;
  }

  private void requireNoOverlap(LocalDate date) {
    List<TradingSession> around = sessions(date.minusDays(2), date.plusDays(2));
    for (int i = 1; i < around.size(); i++) {
      TradingSession before = around.get(i - 1);
      TradingSession session = around.get(i);
      if (session.open().isBefore(before.close())) {
        throw new IllegalArgumentException(
            "the session of "
                + session.date()
                + " would open at "
                + session.open()
                + ", before that of "
                + before.date()
                + " closes; correct open or close");
      }
    }
  }

  /** The MIC, for example {@code XTKS}. */
  public String marketId() {
    return venue.mic();
  }

  public String name() {
    return venue.name();
  }

  /** ISO 3166 code, or {@code GLOBAL} for a market of no country. */
  public String country() {
    return venue.country();
  }

  public ZoneId zone() {
    return venue.zone();
  }

  /** The first covered day. */
  public LocalDate validFrom() {
    return venue.validFrom();
  }

  /** The last covered day. */
  public LocalDate validUntil() {
    return venue.validUntil();
  }

  /** What the market does at an instant; costs a binary search, so callers need not cache it. */
  public MarketState stateAt(Instant at) {
    return timeline.stateAt(at);
  }

  /** The sessions of the session days in a range, oldest first. */
  public List<TradingSession> sessions(LocalDate from, LocalDate to) {
    requireRange(from, to);
    LocalDate first = from.isBefore(validFrom()) ? validFrom() : from;
    LocalDate last = to.isAfter(validUntil()) ? validUntil() : to;
    if (last.isBefore(first)) {
      return List.of();
    }
    return first
        .datesUntil(last.plusDays(1))
        .map(date -> days.on(date).map(schedule -> schedule.sessionOn(date)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The days in a range that do not follow the week, oldest first. */
  public List<SpecialDay> specialDays(LocalDate from, LocalDate to) {
    requireRange(from, to);
    return List.copyOf(days.specialDays(from, to));
  }

  private static void requireRange(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "to must not be before from " + from + ", not " + to + "; swap them");
    }
  }
}
