package io.thor.intraday;

import static io.thor.intraday.Given.SYMBOL;
import static io.thor.intraday.Given.rules;
import static io.thor.intraday.Given.trade;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarEngineTest {

  private static final Duration GRACE = Duration.ofSeconds(2);

  private final BarEngine engine = new BarEngine(SYMBOL, rules(GRACE));

  @Test
  void showsTheFormingBarBeforeItsMinuteEnds() {
    engine.accept(trade("2026-01-05T12:00:01Z", 1, "10", "2"));
    engine.accept(trade("2026-01-05T12:00:05Z", 2, "13", "1"));

    IntradayChanges changes = engine.advanceTo(Instant.parse("2026-01-05T12:00:05Z"));

    Bar forming = changes.forming().orElseThrow();
    assertEquals(new BigDecimal("10"), forming.open());
    assertEquals(new BigDecimal("13"), forming.close());
    assertEquals("11.0000000000", forming.vwap().toPlainString());
    assertEquals(List.of(), changes.finals());
    assertEquals(Optional.of(forming), engine.forming());
    assertEquals("11.0000000000", changes.session().orElseThrow().vwap().toPlainString());
  }

  @Test
  void saysNothingWhenNothingChanged() {
    engine.accept(trade("2026-01-05T12:00:01Z", 1, "10", "2"));
    engine.advanceTo(Instant.parse("2026-01-05T12:00:05Z"));

    assertTrue(engine.advanceTo(Instant.parse("2026-01-05T12:00:06Z")).isEmpty());
  }

  @Test
  void keepsAMinuteOpenUntilItsGraceIsOver() {
    engine.accept(trade("2026-01-05T12:00:59Z", 1, "10", "1"));
    engine.advanceTo(Instant.parse("2026-01-05T12:01:01.999Z"));
    assertTrue(engine.forming().isPresent());

    IntradayChanges changes = engine.advanceTo(Instant.parse("2026-01-05T12:01:02Z"));

    assertEquals(1, changes.finals().size());
    assertEquals(0, changes.finals().get(0).revision());
    assertEquals(Optional.empty(), changes.forming());
    assertEquals(Optional.empty(), engine.forming());
    assertEquals(List.of(), changes.sessions(), "the session did not change");
  }

  @Test
  void reportsTwoUnfinishedMinutesDuringTheGrace() {
    engine.accept(trade("2026-01-05T12:01:00Z", 2, "11", "1"));
    engine.accept(trade("2026-01-05T12:00:59Z", 1, "10", "1"));

    IntradayChanges changes = engine.advanceTo(Instant.parse("2026-01-05T12:01:01Z"));

    assertEquals(2, changes.bars().size());
    assertEquals(Instant.parse("2026-01-05T12:01:00Z"), changes.forming().orElseThrow().minute());
  }

  @Test
  void countsATradeAtTheFullMinuteInTheNextBar() {
    engine.accept(trade("2026-01-05T12:00:59.999Z", 1, "10", "1"));
    engine.accept(trade("2026-01-05T12:01:00Z", 2, "20", "1"));

    List<Bar> bars = engine.advanceTo(Instant.parse("2026-01-05T13:00:00Z")).finals();

    assertEquals(List.of(1L, 1L), bars.stream().map(Bar::trades).toList());
  }

  @Test
  void correctsAFinalBarOnceForAllLateTradesOfAStep() {
    engine.accept(trade("2026-01-05T12:00:30Z", 5, "10", "1"));
    engine.advanceTo(Instant.parse("2026-01-05T12:02:00Z"));

    assertEquals(Acceptance.LATE, engine.accept(trade("2026-01-05T12:00:20Z", 3, "8", "1")));
    assertEquals(Acceptance.LATE, engine.accept(trade("2026-01-05T12:00:30Z", 6, "12", "2")));
    IntradayChanges changes = engine.advanceTo(Instant.parse("2026-01-05T12:02:01Z"));

    Bar corrected = changes.finals().get(0);
    assertEquals(1, corrected.revision());
    assertEquals(new BigDecimal("8"), corrected.open());
    assertEquals(new BigDecimal("12"), corrected.close());
    assertEquals("10.5000000000", changes.session().orElseThrow().vwap().toPlainString());
    assertEquals(Optional.empty(), engine.forming());
  }

  @Test
  void opensAQuietMinuteWithRevisionZeroWhenItsFirstTradeIsLate() {
    engine.advanceTo(Instant.parse("2026-01-05T12:02:00Z"));
    engine.accept(trade("2026-01-05T12:00:20Z", 3, "8", "1"));

    Bar bar = engine.advanceTo(Instant.parse("2026-01-05T12:02:01Z")).finals().get(0);

    assertEquals(0, bar.revision());
  }

  @Test
  void reportsTradesThatAreTooLateToBeCorrected() {
    engine.advanceTo(Instant.parse("2026-01-05T14:01:02Z"));

    assertEquals(Acceptance.TOO_LATE, engine.accept(trade("2026-01-05T12:00:59Z", 1, "8", "1")));
    assertEquals(Acceptance.LATE, engine.accept(trade("2026-01-05T12:01:00Z", 2, "8", "1")));
    assertEquals(1, engine.tooLate());
    assertEquals(BigDecimal.ONE, engine.session().orElseThrow().volume());
  }

  @Test
  void ignoresDuplicatesAlsoInFinalBars() {
    Trade trade = trade("2026-01-05T12:00:30Z", 5, "10", "1");
    engine.accept(trade);
    assertEquals(Acceptance.DUPLICATE, engine.accept(trade));
    engine.advanceTo(Instant.parse("2026-01-05T12:02:00Z"));
    assertEquals(Acceptance.DUPLICATE, engine.accept(trade));

    assertTrue(engine.advanceTo(Instant.parse("2026-01-05T12:02:01Z")).isEmpty());
    assertEquals(2, engine.duplicates());
  }

  @Test
  void startsVwapAnewWithTheSessionAndStillCorrectsTheOneBefore() {
    engine.accept(trade("2026-01-05T23:59:30Z", 1, "10", "1"));
    engine.accept(trade("2026-01-06T00:00:10Z", 3, "20", "1"));
    engine.advanceTo(Instant.parse("2026-01-06T00:01:30Z"));
    engine.accept(trade("2026-01-05T23:59:31Z", 2, "12", "1"));

    IntradayChanges changes = engine.advanceTo(Instant.parse("2026-01-06T00:01:31Z"));

    SessionVwap corrected = changes.sessions().get(0);
    assertEquals(LocalDate.parse("2026-01-05"), corrected.sessionDate());
    assertEquals("11.0000000000", corrected.vwap().toPlainString());
    assertEquals(Instant.parse("2026-01-05T23:59:31Z"), corrected.lastTrade());
    assertEquals("20.0000000000", engine.session().orElseThrow().vwap().toPlainString());
  }

  @Test
  void keepsTheLatestSessionThroughALongQuietTime() {
    engine.accept(trade("2026-01-05T23:59:30Z", 1, "10", "1"));
    engine.accept(trade("2026-01-06T00:00:30Z", 2, "10", "1"));
    engine.advanceTo(Instant.parse("2026-01-06T00:02:00Z"));
    engine.advanceTo(Instant.parse("2026-01-09T12:02:00Z"));

    assertEquals(LocalDate.parse("2026-01-06"), engine.session().orElseThrow().sessionDate());
  }

  @Test
  void doesNotMoveTheWatermarkBackWithTheClock() {
    engine.accept(trade("2026-01-05T12:00:30Z", 1, "10", "1"));
    engine.advanceTo(Instant.parse("2026-01-05T12:02:00Z"));
    engine.advanceTo(Instant.parse("2026-01-05T12:00:00Z"));

    assertEquals(Acceptance.LATE, engine.accept(trade("2026-01-05T12:00:31Z", 2, "10", "1")));
  }

  @Test
  void waitsForVolumeAndThenCountsTradesWithoutQuantityToo() {
    engine.accept(trade("2026-01-05T12:00:30Z", 1, "10", "0"));
    assertTrue(engine.advanceTo(Instant.parse("2026-01-05T12:02:00Z")).isEmpty());
    assertEquals(Optional.empty(), engine.session());

    engine.accept(trade("2026-01-05T12:00:31Z", 2, "12", "1"));
    IntradayChanges changes = engine.advanceTo(Instant.parse("2026-01-05T12:02:01Z"));

    Bar bar = changes.finals().get(0);
    assertEquals(0, bar.revision());
    assertEquals(2, bar.trades());
    assertEquals(BigDecimal.TEN, bar.open());
    assertEquals("12.0000000000", changes.session().orElseThrow().vwap().toPlainString());
  }

  @Test
  void neverReportsAMinuteWithoutVolume() {
    engine.accept(trade("2026-01-05T12:00:30Z", 1, "10", "0"));
    engine.advanceTo(Instant.parse("2026-01-05T12:02:00Z"));
    engine.accept(trade("2026-01-05T15:00:30Z", 2, "11", "1"));
    engine.advanceTo(Instant.parse("2026-01-05T15:00:31Z"));

    assertEquals(new BigDecimal("11"), engine.forming().orElseThrow().open());
    assertEquals(1, engine.advanceTo(Instant.parse("2026-01-05T15:02:00Z")).finals().size());
  }

  @Test
  void aRepeatedFeedAfterARestartIsHarmless() {
    List<Trade> fed =
        List.of(
            trade("2026-01-05T12:00:30Z", 1, "10", "0"),
            trade("2026-01-05T12:01:01Z", 2, "11", "1"),
            trade("2026-01-05T12:01:02Z", 3, "12", "1"));
    fed.forEach(engine::accept);
    Instant now = Instant.parse("2026-01-05T12:01:02Z");
    IntradayStore store = new IntradayStore();
    store.store(engine.advanceTo(now));

    BarEngine restarted = new BarEngine(SYMBOL, rules(GRACE), store.state(now));
    fed.forEach(restarted::accept);
    Trade more = trade("2026-01-05T12:00:31Z", 4, "12", "1");
    engine.accept(more);
    restarted.accept(more);

    assertEquals(2, restarted.duplicates());
    assertEquals(engine.advanceTo(now), restarted.advanceTo(now));
  }

  @Test
  void refusesTradesOfAnotherSymbol() {
    Trade other = new Trade("ETH-USD", Instant.EPOCH, 1, BigDecimal.ONE, BigDecimal.ONE);

    assertThrows(IllegalArgumentException.class, () -> engine.accept(other));
  }

  @Test
  void refusesAStoredBarWithoutItsSession() {
    engine.accept(trade("2026-01-05T12:00:30Z", 1, "10", "1"));
    Instant now = Instant.parse("2026-01-05T12:02:00Z");
    IntradayState state = new IntradayState(engine.advanceTo(now).bars(), List.of(), now);

    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> new BarEngine(SYMBOL, rules(GRACE), state));
    assertTrue(refused.getMessage().contains("2026-01-05"), refused.getMessage());
  }
}
