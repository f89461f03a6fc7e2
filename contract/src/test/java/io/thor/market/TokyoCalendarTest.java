package io.thor.market;

import static io.thor.market.Calendars.isClosed;
import static io.thor.market.Calendars.session;
import static io.thor.market.Calendars.sessions;
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

/** Facts from the notices of Japan Exchange Group and the Act on National Holidays. */
class TokyoCalendarTest {

  @Test
  void breaksForLunch() {
    assertEquals(
        state(Status.PREOPEN, "pre_open", Status.OPEN, "2024-06-12T00:00:00Z"),
        stateAt("XTKS", "2024-06-11T23:00:00Z"));
    assertEquals(
        state(Status.OPEN, "regular", Status.BREAK, "2024-06-12T02:30:00Z"),
        stateAt("XTKS", "2024-06-12T02:29:59Z"));
    assertEquals(
        state(Status.BREAK, "lunch", Status.OPEN, "2024-06-12T03:30:00Z"),
        stateAt("XTKS", "2024-06-12T02:30:00Z"));
    assertEquals(
        state(Status.OPEN, "regular", Status.CLOSED, "2024-06-12T06:00:00Z"),
        stateAt("XTKS", "2024-06-12T03:30:00Z"));
  }

  @Test
  void closesHalfAnHourLaterSinceNovember2024() {
    assertEquals(Instant.parse("2024-11-01T06:00:00Z"), session("XTKS", "2024-11-01").close());
    assertEquals(
        new TradingSession(
            LocalDate.parse("2024-11-05"),
            Instant.parse("2024-11-05T00:00:00Z"),
            Optional.of(Instant.parse("2024-11-05T02:30:00Z")),
            Optional.of(Instant.parse("2024-11-05T03:30:00Z")),
            Instant.parse("2024-11-05T06:30:00Z")),
        session("XTKS", "2024-11-05"));
  }

  @Test
  void countsTheClosingAuctionIntoTheSession() {
    assertEquals(
        state(Status.OPEN, "regular", Status.CLOSED, "2024-11-05T06:30:00Z"),
        stateAt("XTKS", "2024-11-05T06:24:59Z"));
    assertEquals(
        state(Status.OPEN, "closing_auction", Status.CLOSED, "2024-11-05T06:30:00Z"),
        stateAt("XTKS", "2024-11-05T06:25:00Z"));
  }

  @Test
  void holdsNoSessionOnTheDayOfTheSystemFailure() {
    assertTrue(isClosed("XTKS", "2020-10-01"));
    assertEquals(
        state(Status.CLOSED, "outage", Status.PREOPEN, "2020-10-01T23:00:00Z"),
        stateAt("XTKS", "2020-10-01T01:00:00Z"));
  }

  @Test
  void looksOverTenDaysOfGoldenWeekForTheNextStatus() {
    assertEquals(
        state(Status.CLOSED, "after_hours", Status.PREOPEN, "2019-05-06T23:00:00Z"),
        stateAt("XTKS", "2019-04-26T06:00:00Z"));
  }

  @Test
  void looksOverTheNewYearForTheNextStatus() {
    assertEquals(
        state(Status.CLOSED, "after_hours", Status.PREOPEN, "2026-01-04T23:00:00Z"),
        stateAt("XTKS", "2025-12-30T06:30:00Z"));
    assertEquals(
        List.of(LocalDate.parse("2025-12-30"), LocalDate.parse("2026-01-05")),
        sessions("XTKS", "2025-12-30", "2026-01-05").stream().map(TradingSession::date).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-02-24", "2025-05-06", "2025-11-24", "2026-05-06", "2027-03-22", "2026-09-22",
        "2025-03-20", "2026-03-20", "2025-09-23", "2026-09-23", "2027-09-23", "2027-12-31"
      })
  void closesOnSubstituteHolidaysAndEquinoxes(String date) {
    assertTrue(isClosed("XTKS", date));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-12-23",
        "2020-07-20",
        "2020-10-12",
        "2021-10-11",
        "2025-05-07",
        "2027-03-19"
      })
  void tradesWhereAHolidayWasMovedAway(String date) {
    assertFalse(isClosed("XTKS", date));
  }
}
