package io.thor.intraday;

import static io.thor.intraday.Given.SYMBOL;
import static io.thor.intraday.Given.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Trades of ten minutes around midnight, with many at the same time and with quiet minutes. */
class BarEnginePropertyTest {

  private static final Instant START = Instant.parse("2026-01-05T23:55:00Z");
  private static final Instant END = START.plus(Duration.ofMinutes(10));
  private static final Duration HOUR = Duration.ofHours(1);

  private record Draft(int second, int cents, int quantity) {

    Trade toTrade(long sequence) {
      return new Trade(
          SYMBOL,
          START.plusSeconds(second),
          sequence,
          BigDecimal.valueOf(cents, 2),
          BigDecimal.valueOf(quantity, 3));
    }
  }

  @Provide
  Arbitrary<List<Trade>> trades() {
    return tradesOf(1);
  }

  /** Some of them without quantity, as in the recording. */
  @Provide
  Arbitrary<List<Trade>> tradesSomeEmpty() {
    return tradesOf(0);
  }

  private static Arbitrary<List<Trade>> tradesOf(int leastQuantity) {
    Arbitrary<Draft> draft =
        Combinators.combine(
                Arbitraries.integers().between(0, 599),
                Arbitraries.integers().between(1, 100_000),
                Arbitraries.integers().between(leastQuantity, 5_000))
            .as(Draft::new);
    return draft.list().ofMinSize(1).ofMaxSize(80).map(BarEnginePropertyTest::numbered);
  }

  private static List<Trade> numbered(List<Draft> drafts) {
    List<Trade> trades = new ArrayList<>();
    for (Draft draft : drafts) {
      trades.add(draft.toTrade(trades.size() * 3L / 2));
    }
    return trades;
  }

  @Property
  void anyOrderWithinTheGraceGivesTheBatchBars(
      @ForAll("tradesSomeEmpty") List<Trade> trades, @ForAll Random random) {
    IntradayStore inOrder = run(new BarEngine(SYMBOL, rules(HOUR)), trades);
    IntradayStore shuffled = run(new BarEngine(SYMBOL, rules(HOUR)), shuffle(trades, random));

    assertEquals(inOrder.bars(), shuffled.bars());
    assertEquals(inOrder.sessions(), shuffled.sessions());
    assertEquals(BarFigures.batch(trades), shuffled.figures());
    assertTrue(shuffled.bars().stream().allMatch(bar -> bar.revision() == 0));
    assertTrue(shuffled.allFinal());
    assertSessions(trades, shuffled);
  }

  @Property
  void eachLateTradeGivesTheNextRevisionAndTheRightVwap(
      @ForAll("trades") List<Trade> trades, @ForAll Random random) {
    BarEngine engine = new BarEngine(SYMBOL, rules(Duration.ZERO));
    engine.advanceTo(END);
    IntradayStore store = new IntradayStore();
    for (Trade trade : shuffle(trades, random)) {
      assertEquals(Acceptance.LATE, engine.accept(trade));
      store.store(engine.advanceTo(END));
    }

    assertEquals(BarFigures.batch(trades), store.figures());
    assertTrue(store.bars().stream().allMatch(bar -> bar.revision() == bar.trades() - 1));
    assertSessions(trades, store);
  }

  @Property
  void duplicatesChangeNothing(@ForAll("trades") List<Trade> trades, @ForAll Random random) {
    List<Trade> twice = new ArrayList<>(trades);
    twice.addAll(trades);
    BarEngine engine = new BarEngine(SYMBOL, rules(HOUR));

    IntradayStore store = run(engine, shuffle(twice, random));

    assertEquals(BarFigures.batch(trades), store.figures());
    assertEquals(trades.size(), engine.duplicates());
    assertSessions(trades, store);
  }

  @Property
  void aQuietMinuteHasNoBar(@ForAll("trades") List<Trade> trades) {
    IntradayStore store = run(new BarEngine(SYMBOL, rules(HOUR)), trades);

    assertEquals(
        trades.stream().map(trade -> Minutes.of(trade.time())).distinct().count(),
        store.bars().size());
  }

  /** Late, doubled and too late trades included: window and grace are short. */
  @Property
  void aRestartFromWhatIsStoredContinuesTheSame(
      @ForAll("trades") List<Trade> trades,
      @ForAll Random random,
      @ForAll @IntRange(min = 0, max = 100) int percent) {
    List<Trade> arrivals = new ArrayList<>(trades);
    arrivals.addAll(trades.subList(0, trades.size() / 3));
    List<Trade> shuffled = shuffle(arrivals, random);
    BarRules rules =
        new BarRules(Duration.ofSeconds(20), Duration.ofMinutes(4), SessionRule.UTC_DAY);
    int restartAt = shuffled.size() * percent / 100;

    BarEngine steady = new BarEngine(SYMBOL, rules);
    BarEngine restarted = new BarEngine(SYMBOL, rules);
    IntradayStore store = new IntradayStore();
    Instant now = START;
    for (int i = 0; i < shuffled.size(); i++) {
      if (i == restartAt) {
        restarted = new BarEngine(SYMBOL, rules, store.state(now));
      }
      assertEquals(steady.accept(shuffled.get(i)), restarted.accept(shuffled.get(i)));
      now = now.plusSeconds(random.nextInt(25));
      IntradayChanges changes = restarted.advanceTo(now);
      assertEquals(steady.advanceTo(now), changes);
      assertEquals(steady.forming(), restarted.forming());
      assertEquals(steady.session(), restarted.session());
      store.store(changes);
    }
  }

  private static IntradayStore run(BarEngine engine, List<Trade> arrivals) {
    IntradayStore store = new IntradayStore();
    for (Trade trade : arrivals) {
      engine.accept(trade);
      store.store(engine.advanceTo(trade.time()));
    }
    store.store(engine.advanceTo(END.plus(HOUR)));
    return store;
  }

  private static List<Trade> shuffle(List<Trade> trades, Random random) {
    List<Trade> shuffled = new ArrayList<>(trades);
    java.util.Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static void assertSessions(List<Trade> trades, IntradayStore store) {
    Map<LocalDate, List<Trade>> byDate =
        trades.stream()
            .collect(
                Collectors.groupingBy(trade -> LocalDate.ofInstant(trade.time(), ZoneOffset.UTC)));
    byDate.values().removeIf(ofDate -> BarFigures.volume(ofDate).signum() == 0);
    assertEquals(byDate.keySet(), store.sessions().keySet());
    byDate.forEach(
        (date, ofDate) ->
            assertEquals(
                BarFigures.vwap(ofDate), store.sessions().get(date).vwap().toPlainString()));
  }
}
