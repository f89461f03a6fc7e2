package io.thor.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.intraday.Bar;
import io.thor.intraday.SessionRule;
import io.thor.intraday.TradeEligibility;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  private static final long MUCH = 1_000_000;
  private static final Instant START = Instant.parse("2024-03-07T23:50:00Z");

  @TempDir Path folder;

  private final List<LeftOut> leftOut = new ArrayList<>();

  @Test
  void writesTheColumnsOfOneSymbol() throws IOException {
    ReplayFigures figures =
        run(
            MUCH,
            List.of(
                row(1, "A", "2024-03-07T23:59:30Z", "10.00", "1", "1"),
                row(2, "A", "2024-03-08T00:00:30Z", "13.50", "2", "2"),
                row(3, "A", "2024-03-07T23:59:10Z", "9", "1.50", "3"),
                row(4, "A", "2024-03-07T23:59:30Z", "10", "1", "1")));

    assertEquals(
        List.of(
            ReplaySheets.BAR_COLUMNS,
            "2024-03-07T23:59:00Z,9,10,9,10,2.5,2,23.5,9.4000000000,2024-03-07,9.4000000000",
            "2024-03-08T00:00:00Z,13.5,13.5,13.5,13.5,2,1,27,13.5000000000,2024-03-08,13.5000000000"),
        bars());
    assertEquals(
        List.of(
            ReplaySheets.SESSION_COLUMNS,
            "2024-03-07,2024-03-07T23:59:10Z,2024-03-07T23:59:30Z,9,10,9,10,2.5,2,23.5,"
                + "9.4000000000,9.6666666667",
            "2024-03-08,2024-03-08T00:00:30Z,2024-03-08T00:00:30Z,13.5,13.5,13.5,13.5,2,1,27,"
                + "13.5000000000,13.5000000000"),
        Files.readAllLines(folder.resolve("sessions.csv")));
    assertEquals(3, figures.trades());
    assertEquals(
        "line 4: trade_id '1' was counted before; nothing to do", leftOut.get(0).toString());
    assertEquals(0, figures.faults());
  }

  @Test
  void putsTheSymbolFirstWhereThereAreSeveral() throws IOException {
    run(
        MUCH,
        List.of(
            row(1, "B", "2024-03-07T23:59:30Z", "1", "1", ""),
            row(2, "A", "2024-03-07T23:59:30Z", "2", "1", "")));

    assertEquals(
        List.of(
            "symbol," + ReplaySheets.BAR_COLUMNS,
            "A,2024-03-07T23:59:00Z,2,2,2,2,1,1,2,2.0000000000,2024-03-07,2.0000000000",
            "B,2024-03-07T23:59:00Z,1,1,1,1,1,1,1,1.0000000000,2024-03-07,1.0000000000"),
        bars());
  }

  @Test
  void namesWhatHasNoBarForLackOfVolume() throws IOException {
    ReplayFigures figures = run(MUCH, List.of(row(1, "A", "2024-03-07T23:59:30Z", "1", "0", "")));

    assertEquals(1, figures.withoutVolume());
    assertEquals(0, figures.trades());
  }

  @Test
  void knowsIdsOfLettersAgain() throws IOException {
    ReplayFigures figures =
        run(
            MUCH,
            List.of(
                row(1, "A", "2024-03-07T23:59:30Z", "1", "1", "x-1"),
                row(2, "A", "2024-03-07T23:59:30Z", "1", "1", "x-2"),
                row(3, "A", "2024-03-07T23:59:30Z", "1", "1", "x-1"),
                row(4, "B", "2024-03-07T23:59:30Z", "1", "1", "x-1")));

    assertEquals(3, figures.trades());
    assertEquals(1L, figures.leftOut().get(Rejection.DUPLICATE));
  }

  @Property(tries = 100)
  void anyOrderGivesTheSame(@ForAll Random random) throws IOException {
    List<TradeRow> rows = random(random, 300);
    Collected inOrder = new Collected();
    run(MUCH, rows, inOrder);
    Collections.shuffle(rows, random);
    Collected shuffled = new Collected();

    run(MUCH, rows, shuffled);

    assertEquals(inOrder, shuffled);
  }

  /** Rows in order lose nothing, however little memory there is. */
  @Property(tries = 100)
  void closingEarlyChangesNothingOfAFileInOrder(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 400) int memory) throws IOException {
    List<TradeRow> rows = random(random, 300);
    Collected whole = new Collected();
    run(MUCH, rows, whole);
    Collected early = new Collected();

    ReplayFigures figures = run(memory, rows, early);

    assertEquals(whole.bars, early.bars);
    assertEquals(whole.sessions, early.sessions);
    assertEquals(rows.size(), figures.trades());
  }

  @Property(tries = 100)
  void everyRowIsCountedOrReported(@ForAll Random random) throws IOException {
    List<TradeRow> rows = random(random, 300);
    Collections.shuffle(rows, random);
    leftOut.clear();

    ReplayFigures figures = run(100, rows, new Collected());

    assertEquals(rows.size(), figures.trades() + leftOut.size());
    assertTrue(leftOut.stream().allMatch(row -> row.rejection() == Rejection.TOO_LATE));
  }

  /** In the order of the sheets; sessions by symbol and date, as they end at different times. */
  private record Collected(List<String> bars, Set<SessionSummary> sessions) implements ReplaySink {

    Collected() {
      this(new ArrayList<>(), new HashSet<>());
    }

    @Override
    public void bar(Bar bar, SessionSummary session) {
      bars.add(bar + " " + session.vwap());
    }

    @Override
    public void session(SessionSummary session) {
      sessions.add(session);
    }
  }

  private static List<TradeRow> random(Random random, int count) {
    List<TradeRow> rows = new ArrayList<>();
    Instant time = START;
    for (int i = 0; i < count; i++) {
      time = time.plusMillis(random.nextInt(20_000));
      String symbol = random.nextBoolean() ? "A" : "B";
      String price = 1 + random.nextInt(500) + ".25";
      String quantity = "0." + (1 + random.nextInt(99));
      rows.add(row(i + 1, symbol, time.toString(), price, quantity, "" + i));
    }
    return rows;
  }

  private static TradeRow row(
      long line, String symbol, String time, String price, String quantity, String id) {
    return new TradeRow(
        line,
        Instant.parse(time),
        symbol,
        new BigDecimal(price),
        new BigDecimal(quantity),
        Optional.of(id).filter(text -> !text.isEmpty()),
        Set.of());
  }

  private List<String> bars() throws IOException {
    return Files.readAllLines(folder.resolve("bars.csv"));
  }

  private ReplayFigures run(long memory, List<TradeRow> rows) throws IOException {
    try (ReplaySheets sheets =
        ReplaySheets.open(
            Optional.of(folder.resolve("bars.csv")), Optional.of(folder.resolve("sessions.csv")))) {
      ReplayFigures figures = run(memory, rows, sheets);
      sheets.finish();
      return figures;
    }
  }

  private ReplayFigures run(long memory, List<TradeRow> rows, ReplaySink sink) throws IOException {
    Replay replay =
        new Replay(SessionRule.UTC_DAY, TradeEligibility.ALL, sink, leftOut::add, memory);
    for (TradeRow row : rows) {
      replay.take(row);
    }
    return replay.finish(rows.size());
  }
}
