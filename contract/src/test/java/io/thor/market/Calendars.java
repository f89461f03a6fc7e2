package io.thor.market;

import io.thor.message.MarketStatusUpdate.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The bundled calendars, loaded once, and short ways to ask them. */
final class Calendars {

  static final MarketCalendars BUNDLED = MarketCalendars.load();

  private Calendars() {}

  static MarketCalendar of(String marketId) {
    return BUNDLED.find(marketId).orElseThrow();
  }

  static MarketState stateAt(String marketId, String instant) {
    return of(marketId).stateAt(Instant.parse(instant));
  }

  static MarketState state(Status status, String reason, Status next, String nextAt) {
    return new MarketState(status, reason, Optional.of(next), Optional.of(Instant.parse(nextAt)));
  }

  static TradingSession session(String marketId, String date) {
    List<TradingSession> sessions = sessions(marketId, date, date);
    return sessions.get(0);
  }

  static List<TradingSession> sessions(String marketId, String from, String to) {
    return of(marketId).sessions(LocalDate.parse(from), LocalDate.parse(to));
  }

  static boolean isClosed(String marketId, String date) {
    return sessions(marketId, date, date).isEmpty();
  }
}
