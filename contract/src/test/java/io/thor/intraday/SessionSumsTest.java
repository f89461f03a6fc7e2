package io.thor.intraday;

import static io.thor.intraday.Given.SYMBOL;
import static io.thor.intraday.Given.trade;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.market.MarketCalendars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionSumsTest {

  /** An hour after the futures of the 9th have opened, on the 8th. */
  private static final Instant NOW = Instant.parse("2026-01-09T00:01:00Z");

  private static final List<Trade> TRADES =
      List.of(
          trade("2026-01-08T22:59:00Z", 1, "10", "1"),
          trade("2026-01-08T23:30:00Z", 2, "20", "1"),
          trade("2026-01-08T23:31:00Z", 3, "30", "2"),
          trade("2026-01-09T00:00:30Z", 4, "40", "1"));

  private final SessionRule futures =
      new CalendarSessions(MarketCalendars.load().find("CMES").orElseThrow());

  /** A symbol that had the days of UTC comes to the futures market. */
  @Test
  void countsASessionOfAnotherCalendarFromItsBars() {
    BarEngine before = engine(SessionRule.UTC_DAY);
    IntradayChanges stored = before.advanceTo(NOW);
    SessionSums sums =
        new SessionSums(
            SYMBOL,
            futures,
            stored.sessions().stream()
                .filter(session -> session.sessionDate().equals(LocalDate.of(2026, 1, 8)))
                .toList());
    stored.bars().forEach(update -> sums.add(update.bar()));

    BarEngine after =
        new BarEngine(
            SYMBOL,
            BarRules.withDefaults(futures),
            new IntradayState(stored.bars(), sums.all(), NOW));

    BarEngine always = engine(futures);
    assertEquals(always.session().orElseThrow(), after.session().orElseThrow());
    assertEquals(LocalDate.of(2026, 1, 9), after.session().orElseThrow().sessionDate());
  }

  @Test
  void leavesStoredSessionsAsTheyAre() {
    BarEngine engine = engine(futures);
    IntradayChanges stored = engine.advanceTo(NOW);
    SessionSums sums = new SessionSums(SYMBOL, futures, stored.sessions());
    stored.bars().forEach(update -> sums.add(update.bar()));

    assertEquals(stored.sessions(), sums.all());
  }

  private static BarEngine engine(SessionRule sessions) {
    BarEngine engine = new BarEngine(SYMBOL, BarRules.withDefaults(sessions));
    TRADES.forEach(engine::accept);
    return engine;
  }
}
