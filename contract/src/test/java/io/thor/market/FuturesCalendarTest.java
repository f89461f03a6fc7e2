package io.thor.market;

import static io.thor.market.Calendars.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.message.MarketStatusUpdate.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The format carries a futures market whose sessions start on the evening before, a day that stops
 * early, and a session on a day of its own.
 */
class FuturesCalendarTest {

  private static final MarketCalendar CALENDAR =
      CalendarParser.parse(
          "FUTURES.calendar",
          """
          [venue]
          source a notice
          mic FUTURES
          name Futures Exchange
          country US
          timezone America/Chicago
          valid_from 2024-01-01
          valid_until 2024-12-27

          [schedule regular 2024-01-01]
          source a notice
          17:00-1d 16:00 OPEN regular
          16:00 17:00 BREAK maintenance

          [schedule regular 2024-07-01]
          source a notice
          17:00-1d 15:30 OPEN regular
          15:30 17:00 BREAK maintenance

          [schedule last_of_week 2024-01-01]
          source a notice
          17:00-1d 16:00 OPEN regular

          [schedule early_close 2024-01-01]
          source a notice
          17:00-1d 12:00 OPEN early_close
          12:00 17:00 BREAK holiday

          [schedule evening 2024-01-01]
          source a notice
          18:15 19:15 OPEN special_session

          [week 2024-01-01]
          source a notice
          MON-THU regular
          FRI last_of_week

          [closed 2024]
          source a notice
          2024-01-01 holiday New Year's Day
          2024-07-05 holiday A closure

          [special 2024]
          source a notice
          2024-05-27 early_close Memorial Day
          2024-10-05 evening A session on a Saturday
          """
              .lines()
              .toList());

  @Test
  void opensOnTheEveningBefore() {
    assertEquals(
        new TradingSession(
            LocalDate.parse("2024-01-02"),
            Instant.parse("2024-01-01T23:00:00Z"),
            Optional.empty(),
            Optional.empty(),
            Instant.parse("2024-01-02T22:00:00Z")),
        session("2024-01-02"));
    assertEquals(
        state(Status.CLOSED, "holiday", Status.OPEN, "2024-01-01T23:00:00Z"),
        stateAt("2024-01-01T18:00:00Z"));
    assertEquals(
        state(Status.CLOSED, "weekend", Status.OPEN, "2024-01-07T23:00:00Z"),
        stateAt("2024-01-07T22:59:59Z"));
  }

  @Test
  void pausesForMaintenanceBetweenSessions() {
    assertEquals(
        state(Status.BREAK, "maintenance", Status.OPEN, "2024-01-03T23:00:00Z"),
        stateAt("2024-01-03T22:00:00Z"));
    assertEquals(
        state(Status.CLOSED, "after_hours", Status.OPEN, "2024-01-07T23:00:00Z"),
        stateAt("2024-01-05T22:00:00Z"));
  }

  @Test
  void stopsEarlyAndOpensAgainInTheEvening() {
    assertEquals(Instant.parse("2024-05-27T17:00:00Z"), session("2024-05-27").close());
    assertEquals(
        state(Status.BREAK, "holiday", Status.OPEN, "2024-05-27T22:00:00Z"),
        stateAt("2024-05-27T17:00:00Z"));
  }

  @Test
  void changesItsHoursFromADayOn() {
    assertEquals(Instant.parse("2024-06-28T21:00:00Z"), session("2024-06-28").close());
    assertEquals(Instant.parse("2024-07-01T20:30:00Z"), session("2024-07-01").close());
  }

  @Test
  void tradesOnASaturdayEveningOfItsOwn() {
    assertEquals(Instant.parse("2024-10-05T23:15:00Z"), session("2024-10-05").open());
    assertEquals("special_session", stateAt("2024-10-05T23:15:00Z").reason());
  }

  @Test
  void keepsTheEveningAcrossTheChangeOfClocks() {
    assertEquals(Instant.parse("2024-03-10T22:00:00Z"), session("2024-03-11").open());
    assertEquals(Instant.parse("2024-11-03T23:00:00Z"), session("2024-11-04").open());
  }

  private static TradingSession session(String date) {
    LocalDate day = LocalDate.parse(date);
    List<TradingSession> sessions = CALENDAR.sessions(day, day);
    return sessions.get(0);
  }

  private static MarketState stateAt(String instant) {
    return CALENDAR.stateAt(Instant.parse(instant));
  }
}
