package io.thor.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reproduces reference sessions of 2018 to 2024 that live beside a checkout, save for the reviewed
 * list {@code reference-differences.txt}, which gives each difference its public source. The system
 * property {@code thor.test.shared-data} names the references' folder; without it a folder {@code
 * ../shared/data} of the checkout is looked for; without either the test is skipped.
 */
class ReferenceSessionsTest {

  private static final String PROPERTY = "thor.test.shared-data";

  @ParameterizedTest
  @ValueSource(
      strings = {"XNYS", "XTSE", "XMEX", "XLON", "XETR", "XTKS", "XHKG", "XSHG", "XBOM", "CMES"})
  void reproducesEverySessionButTheReviewedOnes(String marketId) throws IOException {
    Optional<Path> file =
        folder().map(data -> data.resolve("calendars").resolve(marketId + ".csv"));
    assumeTrue(
        file.filter(Files::exists).isPresent(),
        "no calendars/" + marketId + ".csv; set -D" + PROPERTY + "=<folder> to check it");
    List<TradingSession> reference = read(file.orElseThrow());
    assertFalse(reference.isEmpty());
    assertEquals(
        ReviewedDifferences.of("reference-differences.txt", marketId),
        differences(
            Calendars.of(marketId),
            byDate(reference),
            byDate(Calendars.sessions(marketId, "2018-01-01", "2024-12-31"))));
  }

  private static List<String> differences(
      MarketCalendar market,
      Map<LocalDate, TradingSession> theirs,
      Map<LocalDate, TradingSession> ours) {
    TreeSet<LocalDate> dates = new TreeSet<>(theirs.keySet());
    dates.addAll(ours.keySet());
    return dates.stream()
        .map(
            date ->
                List.of(date.toString(), local(market, theirs, date), local(market, ours, date)))
        .filter(row -> !row.get(1).equals(row.get(2)))
        .map(row -> String.join(" | ", row))
        .toList();
  }

  private static String local(
      MarketCalendar market, Map<LocalDate, TradingSession> sessions, LocalDate date) {
    return Optional.ofNullable(sessions.get(date))
        .map(
            session ->
                local(market, session.open())
                    + session.breakStart().map(start -> "-" + local(market, start)).orElse("")
                    + session.breakEnd().map(end -> " " + local(market, end)).orElse("")
                    + "-"
                    + local(market, session.close()))
        .orElse("none");
  }

  private static String local(MarketCalendar market, Instant instant) {
    return instant.atZone(market.zone()).toLocalTime().toString();
  }

  private static Map<LocalDate, TradingSession> byDate(List<TradingSession> sessions) {
    Map<LocalDate, TradingSession> byDate = new TreeMap<>();
    sessions.forEach(session -> byDate.put(session.date(), session));
    return byDate;
  }

  private static Optional<Path> folder() {
    String configured = System.getProperty(PROPERTY);
    if (configured != null) {
      return Optional.of(Path.of(configured));
    }
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(path -> path.resolveSibling("shared").resolve("data"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static List<TradingSession> read(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.skip(1).map(ReferenceSessionsTest::session).toList();
    }
  }

  private static TradingSession session(String line) {
    String[] cells = line.split(",", -1);
    return new TradingSession(
        LocalDate.parse(cells[0]),
        Instant.parse(cells[1]),
        instant(cells[2]),
        instant(cells[3]),
        Instant.parse(cells[4]));
  }

  private static Optional<Instant> instant(String cell) {
    return Optional.of(cell).filter(text -> !text.isEmpty()).map(Instant::parse);
  }
}
