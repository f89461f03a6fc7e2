package io.thor.parity;

import io.thor.market.MarketCalendar;
import io.thor.market.TradingSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The sessions that gates count: of one market, or of a fixed length for rehearsals.
 *
 * @param length zero for the market's own
 */
record MarketSessions(MarketCalendar market, Duration length) {

  /** One session. */
  record Span(Instant from, Instant to) {}

  private static final int FARTHEST_DAYS = 60;

  /** The sessions that began and ended within a time, oldest first. */
  List<Span> within(Instant since, Instant now) {
    return all(since, now).stream()
        .filter(span -> !span.from().isBefore(since) && !span.to().isAfter(now))
        .toList();
  }

  private List<Span> all(Instant since, Instant now) {
    if (!length.isZero()) {
      return fixed(since, now);
    }
    LocalDate last = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    LocalDate first = LocalDate.ofInstant(since, ZoneOffset.UTC).minusDays(1);
    LocalDate earliest = last.minusDays(FARTHEST_DAYS);
    return market.sessions(first.isBefore(earliest) ? earliest : first, last).stream()
        .map(MarketSessions::span)
        .toList();
  }

  private static Span span(TradingSession session) {
    return new Span(session.open(), session.close());
  }

  private List<Span> fixed(Instant since, Instant now) {
    List<Span> spans = new ArrayList<>();
    Instant from = since.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    Instant earliest = now.minus(length.multipliedBy(FARTHEST_DAYS));
    for (Instant at = from.isBefore(earliest) ? earliest : from;
        at.isBefore(now);
        at = at.plus(length)) {
      spans.add(new Span(at, at.plus(length)));
    }
    return spans;
  }
}
