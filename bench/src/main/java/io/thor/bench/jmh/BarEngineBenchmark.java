package io.thor.bench.jmh;

import io.thor.intraday.BarEngine;
import io.thor.intraday.BarRules;
import io.thor.intraday.IntradayChanges;
import io.thor.intraday.SessionRule;
import io.thor.intraday.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Trades through the bar engine on one core: an operation is one trade, made anew as a feed makes
 * it, of a symbol at random, and every engine is advanced once a second of event time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class BarEngineBenchmark {

  /** So many trades are one second of event time. */
  private static final int TRADES_A_SECOND = 100_000;

  private static final Instant START = Instant.parse("2026-01-05T14:30:00Z");
  private static final int PRICES = 1 << 12;

  @Param("10000")
  public int symbols;

  /** Who numbers trades: each symbol for itself, or the channel all together, with gaps in each. */
  @Param({"symbol", "channel"})
  public String numbering;

  private String[] names;
  private BarEngine[] engines;
  private BigDecimal[] prices;
  private BigDecimal[] quantities;
  private SplittableRandom random;
  private long second;
  private long[] sequences;
  private int counters;

  @Setup
  public void open() {
    random = new SplittableRandom(7);
    counters = numbering.equals("symbol") ? symbols : 1;
    sequences = new long[counters];
    names = new String[symbols];
    engines = new BarEngine[symbols];
    BarRules rules = BarRules.withDefaults(SessionRule.UTC_DAY);
    for (int i = 0; i < symbols; i++) {
      names[i] = "SYM" + i;
      engines[i] = new BarEngine(names[i], rules);
    }
    prices = new BigDecimal[PRICES];
    quantities = new BigDecimal[PRICES];
    for (int i = 0; i < PRICES; i++) {
      prices[i] = BigDecimal.valueOf(random.nextLong(10_000, 20_000), 2);
      quantities[i] = BigDecimal.valueOf(random.nextLong(1, 500));
    }
  }

  @Benchmark
  @OperationsPerInvocation(TRADES_A_SECOND)
  public void trade(Blackhole changes) {
    for (int i = 0; i < TRADES_A_SECOND; i++) {
      int symbol = random.nextInt(symbols);
      int pick = random.nextInt(PRICES);
      Instant time = START.plusNanos(second * 1_000_000_000L + i * 10_000L);
      engines[symbol].accept(
          new Trade(
              names[symbol], time, sequences[symbol % counters]++, prices[pick], quantities[pick]));
    }
    second++;
    advance(START.plusSeconds(second), changes);
  }

  private void advance(Instant now, Blackhole changes) {
    for (BarEngine engine : engines) {
      IntradayChanges changed = engine.advanceTo(now);
      changes.consume(changed);
    }
  }
}
