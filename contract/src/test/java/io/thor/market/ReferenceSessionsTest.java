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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reproduces reference sessions of 2018 to 2024 that live beside a checkout. The system property
 * {@code thor.test.shared-data} names their folder; without it a folder {@code ../shared/data} of
 * the checkout is looked for; without either the test is skipped.
 */
class ReferenceSessionsTest {

  private static final String PROPERTY = "thor.test.shared-data";

  @ParameterizedTest
  @ValueSource(strings = {"XNYS", "XLON", "XTKS"})
  void reproducesEverySession(String marketId) throws IOException {
    Optional<Path> file =
        folder().map(data -> data.resolve("calendars").resolve(marketId + ".csv"));
    assumeTrue(
        file.filter(Files::exists).isPresent(),
        "no calendars/" + marketId + ".csv; set -D" + PROPERTY + "=<folder> to check it");
    List<TradingSession> expected = read(file.orElseThrow());
    assertFalse(expected.isEmpty());
    assertEquals(expected, Calendars.sessions(marketId, "2018-01-01", "2024-12-31"));
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
