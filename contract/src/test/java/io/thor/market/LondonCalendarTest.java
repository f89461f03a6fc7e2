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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts from the London Stock Exchange's business days and the bank holidays of England. */
class LondonCalendarTest {

  @Test
  void passesThroughAuctionsAroundContinuousTrading() {
    assertEquals(
        state(Status.PREOPEN, "pre_open", Status.OPEN, "2024-01-10T08:00:00Z"),
        stateAt("XLON", "2024-01-10T07:50:00Z"));
    assertEquals(
        state(Status.OPEN, "regular", Status.PRECLOSE, "2024-01-10T16:30:00Z"),
        stateAt("XLON", "2024-01-10T08:00:00Z"));
    assertEquals(
        state(Status.PRECLOSE, "closing_auction", Status.CLOSED, "2024-01-10T16:35:00Z"),
        stateAt("XLON", "2024-01-10T16:30:00Z"));
    assertEquals(
        state(Status.CLOSED, "after_hours", Status.PREOPEN, "2024-01-11T07:50:00Z"),
        stateAt("XLON", "2024-01-10T16:35:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-12-24", "2018-12-31", "2022-12-23", "2022-12-30", "2023-12-22", "2023-12-29",
        "2025-12-24", "2025-12-31", "2026-12-24", "2026-12-31", "2027-12-24", "2027-12-31"
      })
  void closesAtHalfPastTwelveBeforeChristmasAndNewYear(String date) {
    assertEquals(Instant.parse(date + "T12:30:00Z"), session("XLON", date).close());
    assertEquals(
        state(Status.OPEN, "early_close", Status.PRECLOSE, date + "T12:30:00Z"),
        stateAt("XLON", date + "T12:29:59Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08", "2025-05-05",
        "2025-08-25", "2026-04-06", "2026-12-28", "2027-03-29", "2027-12-27", "2027-12-28"
      })
  void closesOnBankHolidays(String date) {
    assertTrue(isClosed("XLON", date));
    assertEquals("holiday", stateAt("XLON", date + "T10:00:00Z").reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-05-04", "2022-05-30", "2022-05-31", "2026-12-29"})
  void tradesWhereABankHolidayWasMovedAway(String date) {
    assertFalse(isClosed("XLON", date));
  }

  @Test
  void followsSummerTimeOnBothSides() {
    assertEquals(Instant.parse("2026-03-27T08:00:00Z"), session("XLON", "2026-03-27").open());
    assertEquals(Instant.parse("2026-03-30T07:00:00Z"), session("XLON", "2026-03-30").open());
    assertEquals(Instant.parse("2026-10-23T15:30:00Z"), session("XLON", "2026-10-23").close());
    assertEquals(Instant.parse("2026-10-26T16:30:00Z"), session("XLON", "2026-10-26").close());
  }
}
