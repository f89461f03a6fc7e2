package io.thor.market;

import io.thor.message.MarketStatusUpdate.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays the phases of all covered days one after another and fills what lies between with CLOSED.
 *
 * <p>Threads: not thread safe; one use.
 */
final class TimelineBuilder {

  private final Venue venue;
  private final TradingDays days;
  private final List<Timeline.Mark> marks = new ArrayList<>();
  private Instant filledUntil;

  TimelineBuilder(Venue venue, TradingDays days) {
    this.venue = venue;
    this.days = days;
    this.filledUntil = venue.startOf(venue.validFrom());
  }

  Timeline build() {
    mark(Instant.MIN, Status.UNKNOWN, "calendar_not_started");
    LocalDate end = venue.validUntil().plusDays(1);
    venue.validFrom().datesUntil(end).forEach(this::layDay);
    closeUntil(venue.startOf(end));
    mark(filledUntil, Status.UNKNOWN, "calendar_ended");
    return new Timeline(marks);
  }

  private void layDay(LocalDate date) {
    days.on(date)
        .ifPresent(
            schedule -> schedule.phases().forEach(phase -> lay(phase, date, schedule.clock())));
  }

  /** A phase may begin on the evening before the first covered day; that part is left out. */
  private void lay(Phase phase, LocalDate date, ZoneId clock) {
    Instant end = phase.end().on(date, clock);
    if (end.isAfter(filledUntil)) {
      closeUntil(phase.start().on(date, clock));
      mark(filledUntil, phase.status(), phase.reason());
      filledUntil = end;
    }
  }

  private void closeUntil(Instant limit) {
    LocalDate date = filledUntil.atZone(venue.zone()).toLocalDate();
    while (filledUntil.isBefore(limit)) {
      mark(filledUntil, Status.CLOSED, closedReason(date));
      date = date.plusDays(1);
      Instant nextDay = venue.startOf(date);
      filledUntil = nextDay.isBefore(limit) ? nextDay : limit;
    }
  }

  private String closedReason(LocalDate date) {
    Optional<DaySchedule> schedule = days.on(date);
    if (schedule.isEmpty()) {
      return days.closedReason(date);
    }
    return filledUntil.equals(venue.startOf(date)) ? "overnight" : "after_hours";
  }

  private void mark(Instant start, Status status, String reason) {
    Timeline.Mark last = marks.isEmpty() ? null : marks.get(marks.size() - 1);
    if (last == null || last.status() != status || !last.reason().equals(reason)) {
      marks.add(new Timeline.Mark(start, status, reason));
    }
  }
}
