package io.thor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Bars and sessions that another program computed from the recording. They are beside the checkout
 * in {@code ../shared/data}, or where {@code -Dthor.test.shared-data} says.
 */
record RecordedTicks(Path folder) {

  private static final String PROPERTY = "thor.test.shared-data";
  private static final String RECORDING = "/bitstamp_trades_from_20131125_usd.csv";

  static RecordedTicks orSkip() {
    Optional<Path> data = sharedData();
    Assumptions.assumeTrue(
        data.isPresent(), "no ../shared/data beside the checkout; set -D" + PROPERTY + "=FOLDER");
    return new RecordedTicks(data.get().resolve("ticks"));
  }

  List<String> bars() throws IOException {
    return Files.readAllLines(folder.resolve("bitstamp-btcusd-bars.csv"));
  }

  List<String> sessions() throws IOException {
    return Files.readAllLines(folder.resolve("bitstamp-btcusd-sessions.csv"));
  }

  /** The recorded trades as a file. */
  Path unpackTrades(Path into) throws IOException {
    Path file = into.resolve("recording.csv");
    try (InputStream recording = RecordedTicks.class.getResourceAsStream(RECORDING)) {
      Files.copy(recording, file);
    }
    return file;
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
