package io.thor.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.cutover.Evidence;
import io.thor.market.MarketCalendar;
import io.thor.market.MarketCalendars;
import io.thor.market.MarketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionDaysTest {

  /** A Sunday. */
  private static final Instant SINCE = Instant.parse("2026-01-11T12:00:00Z");

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final MarketCalendar NEW_YORK = market("XNYS");
  private static final MarketCalendar TOKYO = market("XTKS");
  private static final MarketCalendar NEVER_CLOSED = market("BITSTAMP");

  private static MarketCalendar market(String id) {
    return MarketCalendars.load().all().stream()
        .filter(calendar -> calendar.marketId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Every change, a moment after it. */
  private static List<Instant> changes(MarketCalendar market, Instant until) {
    List<Instant> changes = new ArrayList<>();
    MarketState state = market.stateAt(SINCE);
    while (state.nextStatusAt().filter(at -> at.isBefore(until)).isPresent()) {
      Instant at = state.nextStatusAt().get();
      changes.add(at.plusMillis(200));
      state = market.stateAt(at);
    }
    return changes;
  }

  private static Evidence.Transitions transitions(String now, List<MarketCalendar> markets) {
    Instant end = Instant.parse(now);
    return new SessionDays(markets, market -> changes(market, end)).transitions(SINCE, end);
  }

  @Test
  void nothingIsExpectedBeforeEveryMarketHasHadAWholeDay() {
    assertEquals(
        new Evidence.Transitions(0, 0),
        transitions("2026-01-12T12:00:00Z", List.of(NEW_YORK, TOKYO)));
  }

  @Test
  void aWholeDayOfEveryMarketThatIsEqualIsAllThatIsExpected() {
    Evidence.Transitions day =
        transitions("2026-01-13T12:00:00Z", List.of(NEW_YORK, TOKYO, NEVER_CLOSED));
    assertEquals(day.expected(), day.equal());
    assertEquals(true, day.expected() >= 6);
  }

  @Test
  void anEarlierDayThatWasAllEqualIsEnough() {
    Instant end = Instant.parse("2026-01-14T12:00:00Z");
    List<Instant> first = changes(NEW_YORK, Instant.parse("2026-01-13T06:00:00Z"));
    Evidence.Transitions day =
        new SessionDays(List.of(NEW_YORK), market -> first).transitions(SINCE, end);
    assertEquals(day.expected(), day.equal());
  }

  @Test
  void aChangeThatWasNotComparedIsMissing() {
    Instant end = Instant.parse("2026-01-13T12:00:00Z");
    List<Instant> seen = changes(NEW_YORK, end);
    Evidence.Transitions day =
        new SessionDays(List.of(NEW_YORK), market -> seen.subList(1, seen.size()))
            .transitions(SINCE, end);
    assertEquals(day.expected() - 1, day.equal());
  }

  @Test
  void aRehearsalTakesEveryChangeThatHadTimeToBeCompared() {
    SessionDays days = new SessionDays(List.of(NEW_YORK), SessionDaysTest::untilNoon);
    assertEquals(
        new Evidence.Transitions(0, 0), days.changes(SINCE, SINCE.plusSeconds(60), MINUTE));

    Instant opening = NEW_YORK.stateAt(SINCE).nextStatusAt().orElseThrow();
    assertEquals(
        new Evidence.Transitions(0, 0), days.changes(SINCE, opening.plusSeconds(59), MINUTE));
    assertEquals(
        new Evidence.Transitions(1, 1), days.changes(SINCE, opening.plusSeconds(61), MINUTE));

    Evidence.Transitions later = days.changes(SINCE, Instant.parse("2026-01-13T12:00:00Z"), MINUTE);
    assertEquals(true, later.equal() < later.expected());
  }

  @Test
  void aRehearsalLooksNoFartherBackThanTheRest() {
    Instant end = Instant.parse("2026-03-02T12:00:00Z");
    SessionDays days = new SessionDays(List.of(NEW_YORK), market -> List.of());
    assertEquals(
        days.changes(end.minus(Duration.ofDays(14)), end, MINUTE),
        days.changes(SINCE, end, MINUTE));
  }

  private static List<Instant> untilNoon(MarketCalendar market) {
    return changes(market, Instant.parse("2026-01-12T17:00:00Z"));
  }
}
