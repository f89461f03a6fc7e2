package io.thor.intraday;

import io.thor.market.MarketCalendar;
import io.thor.market.TradingSession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Sessions by a venue's calendar: each begins at its open, on futures markets the open of the trade
 * date on the evening before, goes on over breaks, and takes what trades after its close until the
 * next one opens. Moments that the calendar does not cover belong to the day on the venue's clock.
 *
 * <p>Threads: immutable.
 */
public final class CalendarSessions implements SessionRule {

  private final MarketCalendar calendar;
  private final NavigableMap<Instant, LocalDate> byOpen = new TreeMap<>();
  private final Instant end;

  public CalendarSessions(MarketCalendar calendar) {
    this.calendar = calendar;
    end = calendar.validUntil().plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    for (TradingSession session : calendar.sessions(calendar.validFrom(), calendar.validUntil())) {
      byOpen.put(session.open(), session.date());
    }
  }

  @Override
  public LocalDate sessionOf(Instant moment) {
    var session = byOpen.floorEntry(moment);
    if (session != null && moment.isBefore(end)) {
      return session.getValue();
    }
    LocalDate local = LocalDate.ofInstant(moment, calendar.zone());
    return session == null && !local.isBefore(calendar.validFrom())
        ? calendar.validFrom().minusDays(1)
        : local;
  }
}
