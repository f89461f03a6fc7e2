package io.thor.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.MarketStatusUpdate.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every market at every instant, with the edges of sessions tried often. */
class MarketStateConsistencyTest {

  private static final Instant FIRST = Instant.parse("2017-12-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2028-02-01T00:00:00Z");

  @Property(tries = 5000)
  void isOpenExactlyWithinASession(
      @ForAll("markets") MarketCalendar calendar, @ForAll("instants") Instant at) {
    boolean open = calendar.stateAt(at).status() == Status.OPEN;
    assertEquals(around(calendar, at).anyMatch(session -> trades(session, at)), open);
  }

  @Property(tries = 5000)
  void keepsItsStatusUntilTheNextAndChangesThere(
      @ForAll("markets") MarketCalendar calendar, @ForAll("instants") Instant at) {
    MarketState state = calendar.stateAt(at);
    if (state.nextStatusAt().isEmpty()) {
      return;
    }
    Instant next = state.nextStatusAt().orElseThrow();
    assertTrue(next.isAfter(at), () -> next + " is not after " + at);
    assertNotEquals(state.status(), state.nextStatus().orElseThrow());
    assertEquals(state.nextStatus().orElseThrow(), calendar.stateAt(next).status());
    assertEquals(state.status(), calendar.stateAt(next.minusNanos(1)).status());
    assertEquals(state.nextStatusAt(), calendar.stateAt(next.minusNanos(1)).nextStatusAt());
  }

  @Property(tries = 2000)
  void isUnknownExactlyOutsideTheCoveredDays(
      @ForAll("markets") MarketCalendar calendar, @ForAll("instants") Instant at) {
    LocalDate date = at.atZone(calendar.zone()).toLocalDate();
    boolean covered = !date.isBefore(calendar.validFrom()) && !date.isAfter(calendar.validUntil());
    assertEquals(covered, calendar.stateAt(at).status() != Status.UNKNOWN);
  }

  @Provide
  Arbitrary<MarketCalendar> markets() {
    return Arbitraries.of(Calendars.BUNDLED.all());
  }

  @Provide
  Arbitrary<Instant> instants() {
    Arbitrary<Long> days =
        Arbitraries.longs()
            .between(FIRST.getEpochSecond() / 86_400, LAST.getEpochSecond() / 86_400)
            .withoutEdgeCases();
    Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 1439);
    Arbitrary<Integer> fives = Arbitraries.integers().between(0, 287).map(five -> five * 5);
    Arbitrary<Long> nanos = Arbitraries.of(-1L, 0L, 1L);
    return Combinators.combine(days, Arbitraries.oneOf(minutes, fives), nanos)
        .as(
            (day, minute, nano) ->
                Instant.ofEpochSecond(day * 86_400 + minute * 60L).plusNanos(nano));
  }

  private static Stream<TradingSession> around(MarketCalendar calendar, Instant at) {
    LocalDate date = at.atZone(ZoneOffset.UTC).toLocalDate();
    return calendar.sessions(date.minusDays(2), date.plusDays(2)).stream();
  }

  private static boolean trades(TradingSession session, Instant at) {
    boolean within = !at.isBefore(session.open()) && at.isBefore(session.close());
    boolean pausing =
        session.breakStart().filter(start -> !at.isBefore(start)).isPresent()
            && session.breakEnd().filter(at::isBefore).isPresent();
    return within && !pausing;
  }
}
