package io.thor.market;

import static io.thor.market.Calendars.isClosed;
import static io.thor.market.Calendars.session;
import static io.thor.market.Calendars.stateAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.MarketStatusUpdate.Status;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts from the notices of the exchanges that their calendar files cite. */
class VenueFactsTest {

  @ParameterizedTest
  @CsvSource({
    "XTSE, 2026-12-24, 2026-12-24T14:30:00Z,,, 2026-12-24T18:00:00Z",
    "XTSE, 2025-12-29, 2025-12-29T14:30:00Z,,, 2025-12-29T21:00:00Z",
    "XMEX, 2022-10-28, 2022-10-28T13:30:00Z,,, 2022-10-28T20:00:00Z",
    "XMEX, 2022-10-31, 2022-10-31T13:30:00Z,,, 2022-10-31T20:00:00Z",
    "XMEX, 2022-11-07, 2022-11-07T14:30:00Z,,, 2022-11-07T21:00:00Z",
    "XMEX, 2026-07-01, 2026-07-01T13:30:00Z,,, 2026-07-01T20:00:00Z",
    "XETR, 2026-10-23, 2026-10-23T07:00:00Z,,, 2026-10-23T15:30:00Z",
    "XETR, 2027-12-30, 2027-12-30T08:00:00Z,,, 2027-12-30T13:00:00Z",
    "XHKG, 2026-11-23, 2026-11-23T01:30:00Z, 2026-11-23T04:00:00Z, 2026-11-23T05:00:00Z,"
        + " 2026-11-23T08:00:00Z",
    "XHKG, 2026-02-16, 2026-02-16T01:30:00Z,,, 2026-02-16T04:00:00Z",
    "XHKG, 2023-10-09, 2023-10-09T06:00:00Z,,, 2023-10-09T08:00:00Z",
    "XSHG, 2026-11-23, 2026-11-23T01:30:00Z, 2026-11-23T03:30:00Z, 2026-11-23T05:00:00Z,"
        + " 2026-11-23T07:00:00Z",
    "XBOM, 2026-02-01, 2026-02-01T03:45:00Z,,, 2026-02-01T10:00:00Z",
    "XBOM, 2025-10-21, 2025-10-21T08:15:00Z,,, 2025-10-21T09:15:00Z",
    "XBOM, 2024-11-01, 2024-11-01T12:30:00Z,,, 2024-11-01T13:30:00Z",
    "XBOM, 2024-03-02, 2024-03-02T03:45:00Z, 2024-03-02T04:30:00Z, 2024-03-02T06:00:00Z,"
        + " 2024-03-02T07:00:00Z",
    "CMES, 2026-11-23, 2026-11-22T23:00:00Z,,, 2026-11-23T22:00:00Z",
    "CMES, 2026-04-03, 2026-04-02T22:00:00Z,,, 2026-04-03T13:15:00Z",
    "CMES, 2026-11-26, 2026-11-25T23:00:00Z,,, 2026-11-26T18:00:00Z",
    "CMES, 2025-01-09, 2025-01-08T23:00:00Z,,, 2025-01-09T14:30:00Z"
  })
  void holdsItsSession(
      String marketId,
      String date,
      Instant open,
      Instant breakStart,
      Instant breakEnd,
      Instant close) {
    TradingSession session = session(marketId, date);
    assertEquals(open, session.open());
    assertEquals(Optional.ofNullable(breakStart), session.breakStart());
    assertEquals(Optional.ofNullable(breakEnd), session.breakEnd());
    assertEquals(close, session.close());
  }

  @ParameterizedTest
  @CsvSource({
    "XTSE, 2027-06-30T13:00:00Z, PREOPEN, pre_open",
    "XMEX, 2026-07-01T13:00:00Z, PREOPEN, pre_open",
    "XMEX, 2024-10-01T15:00:00Z, CLOSED, holiday",
    "XETR, 2026-11-23T16:32:00Z, PRECLOSE, closing_auction",
    "XHKG, 2026-11-23T04:30:00Z, BREAK, lunch",
    "XHKG, 2023-10-09T03:00:00Z, CLOSED, typhoon",
    "XHKG, 2023-09-08T03:00:00Z, CLOSED, rainstorm",
    "XSHG, 2026-11-23T06:58:00Z, OPEN, closing_auction",
    "XSHG, 2026-10-10T03:00:00Z, CLOSED, weekend",
    "XBOM, 2026-01-15T05:00:00Z, CLOSED, election",
    "XBOM, 2025-10-21T05:00:00Z, CLOSED, holiday",
    "XBOM, 2025-10-21T08:05:00Z, PREOPEN, pre_open",
    "XBOM, 2025-10-21T09:00:00Z, OPEN, muhurat",
    "CMES, 2026-11-23T22:30:00Z, BREAK, maintenance",
    "CMES, 2026-11-23T22:50:00Z, PREOPEN, pre_open",
    "CMES, 2026-11-22T22:30:00Z, PREOPEN, pre_open",
    "CMES, 2026-11-27T23:30:00Z, CLOSED, after_hours",
    "CMES, 2026-11-26T20:00:00Z, BREAK, holiday",
    "CMES, 2026-12-25T18:00:00Z, CLOSED, holiday",
    "XHKG, 2027-12-31T15:59:59Z, CLOSED, after_hours",
    "XHKG, 2027-12-31T16:00:00Z, UNKNOWN, calendar_ended",
    "XSHG, 2027-01-04T02:00:00Z, UNKNOWN, calendar_ended",
    "XBOM, 2027-01-04T05:00:00Z, UNKNOWN, calendar_ended"
  })
  void tellsWhatItDoes(String marketId, String at, Status status, String reason) {
    MarketState state = stateAt(marketId, at);
    assertEquals(status, state.status());
    assertEquals(reason, state.reason());
  }

  @ParameterizedTest
  @CsvSource({
    "XTSE, 2027-12-28",
    "XMEX, 2027-03-25",
    "XETR, 2026-12-24",
    "XHKG, 2026-04-07",
    "XHKG, 2027-02-09",
    "XSHG, 2020-01-31",
    "XSHG, 2026-02-23",
    "XBOM, 2026-05-28",
    "CMES, 2024-03-29",
    "CMES, 2027-12-24"
  })
  void holdsNoSession(String marketId, String date) {
    assertTrue(isClosed(marketId, date));
  }
}
