package io.thor.market;

import static io.thor.market.Calendars.isClosed;
import static io.thor.market.Calendars.session;
import static io.thor.market.Calendars.state;
import static io.thor.market.Calendars.stateAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.MarketStatusUpdate.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts from the notices of the New York Stock Exchange. */
class NewYorkCalendarTest {

  @Test
  void passesThroughThePhasesOfARegularDay() {
    assertEquals(
        state(Status.CLOSED, "overnight", Status.PREOPEN, "2024-06-12T08:00:00Z"),
        stateAt("XNYS", "2024-06-12T07:59:59.999Z"));
    assertEquals(
        state(Status.PREOPEN, "pre_open", Status.OPEN, "2024-06-12T13:30:00Z"),
        stateAt("XNYS", "2024-06-12T08:00:00Z"));
    assertEquals(
        state(Status.OPEN, "regular", Status.CLOSED, "2024-06-12T20:00:00Z"),
        stateAt("XNYS", "2024-06-12T13:30:00Z"));
    assertEquals(
        state(Status.CLOSED, "after_hours", Status.PREOPEN, "2024-06-13T08:00:00Z"),
        stateAt("XNYS", "2024-06-12T20:00:00Z"));
  }

  @Test
  void looksOverALongWeekendForTheNextStatus() {
    assertEquals(
        state(Status.CLOSED, "after_hours", Status.PREOPEN, "2024-09-03T08:00:00Z"),
        stateAt("XNYS", "2024-08-30T22:00:00Z"));
    assertEquals(
        state(Status.CLOSED, "weekend", Status.PREOPEN, "2024-09-03T08:00:00Z"),
        stateAt("XNYS", "2024-09-01T12:00:00Z"));
    assertEquals(
        state(Status.CLOSED, "holiday", Status.PREOPEN, "2024-09-03T08:00:00Z"),
        stateAt("XNYS", "2024-09-02T15:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-12-05", "2025-01-09"})
  void closesOnNationalDaysOfMourning(String date) {
    assertTrue(isClosed("XNYS", date));
    assertEquals("day_of_mourning", stateAt("XNYS", date + "T16:00:00Z").reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-11-23", "2019-11-29", "2020-11-27", "2021-11-26", "2022-11-25",
        "2023-11-24", "2024-11-29", "2025-11-28", "2026-11-27", "2027-11-26"
      })
  void closesAtOneOnTheDayAfterThanksgiving(String date) {
    assertEquals(Instant.parse(date + "T18:00:00Z"), session("XNYS", date).close());
    assertEquals("early_close", stateAt("XNYS", date + "T17:59:59Z").reason());
    assertEquals(Status.CLOSED, stateAt("XNYS", date + "T18:00:00Z").status());
    assertTrue(isClosed("XNYS", LocalDate.parse(date).minusDays(1).toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-07-03", "2025-12-24", "2026-12-24"})
  void closesAtOneBeforeIndependenceDayAndChristmas(String date) {
    Instant close = session("XNYS", date).close();
    assertEquals(13, close.atZone(Calendars.of("XNYS").zone()).getHour());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021-12-31", "2026-07-02", "2027-07-02", "2027-12-31"})
  void tradesFullDaysWhereAHolidayIsNotBroughtForward(String date) {
    Instant close = session("XNYS", date).close();
    assertEquals(16, close.atZone(Calendars.of("XNYS").zone()).getHour());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-06-20", "2023-06-19", "2024-06-19", "2025-06-19", "2026-06-19", "2027-06-18",
        "2026-07-03", "2027-07-05", "2027-12-24", "2025-04-18", "2026-04-03", "2027-03-26"
      })
  void closesOnHolidaysAndTheirObservedDays(String date) {
    assertTrue(isClosed("XNYS", date));
  }

  @Test
  void knowsNoJuneteenthBefore2022() {
    assertFalse(isClosed("XNYS", "2020-06-19"));
    assertFalse(isClosed("XNYS", "2021-06-18"));
  }

  @Test
  void followsDaylightSavingTimeOnBothSides() {
    assertEquals(Instant.parse("2024-03-08T14:30:00Z"), session("XNYS", "2024-03-08").open());
    assertEquals(Instant.parse("2024-03-11T13:30:00Z"), session("XNYS", "2024-03-11").open());
    assertEquals(Instant.parse("2024-11-01T20:00:00Z"), session("XNYS", "2024-11-01").close());
    assertEquals(Instant.parse("2024-11-04T21:00:00Z"), session("XNYS", "2024-11-04").close());
    assertEquals(
        state(Status.CLOSED, "after_hours", Status.PREOPEN, "2024-03-11T08:00:00Z"),
        stateAt("XNYS", "2024-03-09T04:59:59Z"));
  }

  @Test
  void isUnknownOutsideTheCoveredDays() {
    MarketState ended =
        new MarketState(Status.UNKNOWN, "calendar_ended", Optional.empty(), Optional.empty());
    MarketState notStarted =
        new MarketState(Status.UNKNOWN, "calendar_not_started", Optional.empty(), Optional.empty());
    assertEquals(ended, stateAt("XNYS", "2028-01-01T05:00:00Z"));
    assertEquals(ended, Calendars.of("XNYS").stateAt(Instant.MAX));
    assertEquals(notStarted, stateAt("XNYS", "2018-01-01T04:59:59.999Z"));
    assertEquals(notStarted, Calendars.of("XNYS").stateAt(Instant.MIN));
    assertEquals(
        new MarketState(Status.CLOSED, "after_hours", Optional.empty(), Optional.empty()),
        stateAt("XNYS", "2028-01-01T04:59:59Z"));
  }

  @Test
  void holdsNoSessionsOutsideTheCoveredDays() {
    MarketCalendar calendar = Calendars.of("XNYS");
    List<TradingSession> all = calendar.sessions(LocalDate.MIN, LocalDate.MAX);
    assertEquals(LocalDate.parse("2018-01-02"), all.get(0).date());
    assertEquals(LocalDate.parse("2027-12-31"), all.get(all.size() - 1).date());
    assertEquals(List.of(), calendar.sessions(LocalDate.MIN, LocalDate.parse("2017-12-31")));
    assertEquals(List.of(), calendar.sessions(LocalDate.parse("2028-01-01"), LocalDate.MAX));
  }

  @Test
  void namesItsSpecialDays() {
    assertEquals(
        List.of(
            new SpecialDay(LocalDate.parse("2026-11-26"), true, "holiday", "Thanksgiving Day"),
            new SpecialDay(
                LocalDate.parse("2026-11-27"), false, "early_close", "Day after Thanksgiving")),
        Calendars.of("XNYS")
            .specialDays(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-27")));
  }
}
