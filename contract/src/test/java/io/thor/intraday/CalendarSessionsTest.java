package io.thor.intraday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.thor.market.MarketCalendars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarSessionsTest {

  private static final List<SessionRule> ALL =
      MarketCalendars.load().all().stream().<SessionRule>map(CalendarSessions::new).toList();

  @ParameterizedTest
  @CsvSource({
    "CMES, 2024-01-03T22:59:59Z, 2024-01-03",
    "CMES, 2024-01-03T23:00:00Z, 2024-01-04",
    "XNYS, 2024-03-08T14:29:59Z, 2024-03-07",
    "XNYS, 2024-03-08T14:30:00Z, 2024-03-08",
    "XNYS, 2024-03-09T12:00:00Z, 2024-03-08",
    "XNYS, 2024-03-11T13:29:59Z, 2024-03-08",
    "XNYS, 2024-03-11T13:30:00Z, 2024-03-11",
    "XTKS, 2024-03-08T00:00:00Z, 2024-03-08",
    "XTKS, 2024-03-08T03:00:00Z, 2024-03-08",
    "XTKS, 2024-03-08T04:00:00Z, 2024-03-08",
    "BITSTAMP, 2024-03-08T00:00:00Z, 2024-03-08",
  })
  void beginsWithTheVenuesOpenAndGoesOnOverItsBreak(String market, Instant at, LocalDate session) {
    assertEquals(session, sessions(market).sessionOf(at));
  }

  @Test
  void takesTheLocalDayWhereTheCalendarHasNone() {
    assertEquals(
        LocalDate.of(2010, 1, 4),
        sessions("XNYS").sessionOf(Instant.parse("2010-01-04T15:00:00Z")));
    assertEquals(
        LocalDate.of(2040, 1, 4),
        sessions("XNYS").sessionOf(Instant.parse("2040-01-04T15:00:00Z")));
  }

  /** From 2017 to 2033, in pairs at most two weeks apart. */
  @Property
  void aLaterMomentNeverBelongsToAnEarlierSession(
      @ForAll @LongRange(min = 1_483_228_800L, max = 1_988_150_400L) long second,
      @ForAll @LongRange(min = 0, max = 1_209_600L) long later) {
    for (SessionRule rule : ALL) {
      LocalDate before = rule.sessionOf(Instant.ofEpochSecond(second));
      LocalDate after = rule.sessionOf(Instant.ofEpochSecond(second + later));
      assertFalse(after.isBefore(before), () -> before + " then " + after);
    }
  }

  private static SessionRule sessions(String market) {
    return new CalendarSessions(MarketCalendars.load().find(market).orElseThrow());
  }
}
