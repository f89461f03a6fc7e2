package io.thor.intraday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Compares with bars that another program computed from the same recording. They are beside the
 * checkout in {@code ../shared/data}, or where {@code -Dthor.test.shared-data} says.
 */
class IndependentBarsTest {

  private static final String PROPERTY = "thor.test.shared-data";

  private final List<Bar> bars = new ArrayList<>();
  private final Map<Instant, SessionVwap> sessionAt = new HashMap<>();

  @BeforeEach
  void streamTheRecording() {
    Recording.stream(
        Recording.fullDays(),
        (bar, session) -> {
          bars.add(bar);
          sessionAt.put(bar.minute(), session);
        });
  }

  @Test
  void everyBarIsEqual() throws IOException {
    List<Map<String, String>> expected = rows("bitstamp-btcusd-bars.csv");
    assertTrue(expected.size() > 4_000, "rows: " + expected.size());

    for (int i = 0; i < expected.size(); i++) {
      Map<String, String> row = expected.get(i);
      Bar bar = bars.get(i);
      assertEquals(Instant.parse(row.get("bar_start_utc")), bar.minute());
      assertFigures(row, List.of(bar));
      assertEquals(row.get("bar_vwap"), bar.vwap().toPlainString(), () -> row.toString());
      SessionVwap session = sessionAt.get(bar.minute());
      assertEquals(LocalDate.parse(row.get("session")), session.sessionDate());
      assertEquals(
          row.get("session_vwap_cum"), session.vwap().toPlainString(), () -> row.toString());
    }
  }

  @Test
  void everySessionIsEqual() throws IOException {
    Map<LocalDate, List<Bar>> byDate =
        bars.stream()
            .collect(
                Collectors.groupingBy(
                    bar -> SessionRule.UTC_DAY.sessionOf(bar.minute()),
                    TreeMap::new,
                    Collectors.toList()));
    List<Map<String, String>> expected = rows("bitstamp-btcusd-sessions.csv");
    assertEquals(3, expected.size());

    for (Map<String, String> row : expected) {
      List<Bar> ofDate = byDate.get(LocalDate.parse(row.get("session")));
      Bar last = ofDate.get(ofDate.size() - 1);
      SessionVwap session = sessionAt.get(last.minute());
      assertFigures(row, ofDate);
      assertEquals(Instant.parse(row.get("first_tick_utc")), ofDate.get(0).sources().firstTime());
      assertEquals(Instant.parse(row.get("last_tick_utc")), last.sources().lastTime());
      assertEquals(last.sources().lastTime(), session.lastTrade());
      assertSame(row, "notional", session.notional());
      assertSame(row, "volume", session.volume());
      assertEquals(row.get("vwap_trade"), session.vwap().toPlainString());
    }
  }

  private static void assertFigures(Map<String, String> row, List<Bar> bars) {
    assertSame(row, "open", bars.get(0).open());
    assertSame(row, "high", bars.stream().map(Bar::high).reduce(BigDecimal::max).orElseThrow());
    assertSame(row, "low", bars.stream().map(Bar::low).reduce(BigDecimal::min).orElseThrow());
    assertSame(row, "close", bars.get(bars.size() - 1).close());
    assertSame(row, "volume", bars.stream().map(Bar::volume).reduce(BigDecimal::add).orElseThrow());
    assertSame(
        row, "notional", bars.stream().map(Bar::notional).reduce(BigDecimal::add).orElseThrow());
    assertSame(row, "trades", BigDecimal.valueOf(bars.stream().mapToLong(Bar::trades).sum()));
  }

  private static void assertSame(Map<String, String> row, String column, BigDecimal actual) {
    assertEquals(
        0,
        new BigDecimal(row.get(column)).compareTo(actual),
        () -> column + " is " + actual + " for " + row);
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    Optional<Path> data = sharedData();
    Assumptions.assumeTrue(
        data.isPresent(), "no ../shared/data beside the checkout; set -D" + PROPERTY + "=FOLDER");
    List<String> lines = Files.readAllLines(data.get().resolve("ticks").resolve(file));
    String[] names = lines.get(0).split(",");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split(",");
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], values[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static Optional<Path> sharedData() {
    String given = System.getProperty(PROPERTY, "");
    if (!given.isEmpty()) {
      return Optional.of(Path.of(given));
    }
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(path -> path.resolveSibling("shared").resolve("data"))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
