package io.thor.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.MarketStatusUpdate.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarketCalendarsTest {

  @Test
  void bringsElevenMarketsAlong() {
    assertEquals(
        List.of(
            "XNYS",
            "XTSE",
            "XMEX",
            "XLON",
            "XETR",
            "XTKS",
            "XHKG",
            "XSHG",
            "XBOM",
            "CMES",
            "BITSTAMP"),
        Calendars.BUNDLED.all().stream().map(MarketCalendar::marketId).toList());
  }

  @Test
  void knowsWhoAMarketIs() {
    MarketCalendar tokyo = Calendars.of("XTKS");
    assertEquals("Tokyo Stock Exchange", tokyo.name());
    assertEquals("JP", tokyo.country());
    assertEquals(ZoneId.of("Asia/Tokyo"), tokyo.zone());
    assertEquals(LocalDate.parse("2018-01-01"), tokyo.validFrom());
    assertEquals(LocalDate.parse("2027-12-31"), tokyo.validUntil());
  }

  @Test
  void answersNothingForAnUnknownMarket() {
    assertTrue(Calendars.BUNDLED.find("XXXX").isEmpty());
  }

  @Test
  void neverClosesTheDemonstrationMarket() {
    MarketState open = new MarketState(Status.OPEN, "regular", Optional.empty(), Optional.empty());
    assertEquals(open, Calendars.stateAt("BITSTAMP", "1970-01-01T00:00:00Z"));
    assertEquals(open, Calendars.stateAt("BITSTAMP", "2013-11-30T23:59:59.999Z"));
    assertEquals(open, Calendars.stateAt("BITSTAMP", "2028-02-29T00:00:00Z"));
  }

  @Test
  void givesTheDemonstrationMarketDaysInUtc() {
    TradingSession session = Calendars.session("BITSTAMP", "2024-03-10");
    assertEquals(Instant.parse("2024-03-10T00:00:00Z"), session.open());
    assertEquals(session.open().plus(Duration.ofHours(24)), session.close());
    assertEquals("GLOBAL", Calendars.of("BITSTAMP").country());
  }

  @Test
  void refusesARangeThatEndsBeforeItBegins() {
    LocalDate day = LocalDate.parse("2024-03-10");
    MarketCalendar calendar = Calendars.of("XLON");
    assertThrows(IllegalArgumentException.class, () -> calendar.sessions(day, day.minusDays(1)));
    assertThrows(IllegalArgumentException.class, () -> calendar.specialDays(day, day.minusDays(1)));
  }
}
