package io.thor.message;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the encoder against the golden files, which the browser's parser is tested on as well: what
 * Java writes and TypeScript reads cannot drift apart.
 */
class GoldenJsonTest {

  private static final String ENDING = ".json";

  private final Map<String, Message> samples = Samples.byName();

  @Test
  void everyPermittedMessageHasItsGoldenFile() throws IOException, URISyntaxException {
    Set<String> files = files();
    for (MessageTypes.Entry entry : MessageTypes.all()) {
      assertTrue(
          files.contains(entry.type()),
          () ->
              "%s has no golden file; add a sample and golden/%s.json"
                  .formatted(entry.message().getSimpleName(), entry.type()));
    }
  }

  @Test
  void everyGoldenFileIsOfAPermittedMessage() throws IOException, URISyntaxException {
    Set<String> permitted =
        MessageTypes.all().stream().map(MessageTypes.Entry::type).collect(toSet());
    for (String file : files()) {
      assertTrue(
          permitted.contains(file.split("\\.")[0]),
          () -> "golden/" + file + ".json is of no permitted message");
    }
  }

  @Test
  void everyGoldenFileHasASample() throws IOException, URISyntaxException {
    assertEquals(samples.keySet(), files());
  }

  @TestFactory
  Stream<DynamicTest> encodesByteForByte() {
    return samples.entrySet().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.getKey(), () -> assertGolden(sample.getKey(), sample.getValue())));
  }

  private static void assertGolden(String name, Message sample)
      throws IOException, URISyntaxException {
    assertEquals(name.split("\\.")[0], sample.type());
    String golden = Files.readString(folder().resolve(name + ENDING));
    assertEquals(golden, new String(MessageEncoder.encode(sample), StandardCharsets.UTF_8) + "\n");
  }

  private static Set<String> files() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .collect(toSet());
    }
  }

  private static Path folder() throws URISyntaxException {
    URL folder = GoldenJsonTest.class.getResource("/golden");
    return Path.of(Objects.requireNonNull(folder, "/golden is missing").toURI());
  }
}
