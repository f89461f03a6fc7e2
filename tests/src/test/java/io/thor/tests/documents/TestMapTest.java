package io.thor.tests.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the map of promises and tests against the tests that there are. */
class TestMapTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern NAMED =
      Pattern.compile("`(\\w+(?:Test|IT)|[\\w-]+\\.(?:test|spec)\\.tsx?)`");
  private static final Pattern FILE =
      Pattern.compile("\\w+(?:Test|IT)\\.java|[\\w-]+\\.(?:test|spec)\\.tsx?");

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    Set<String> missing = named();
    missing.removeAll(tests());

    assertEquals(Set.of(), missing);
  }

  @Test
  void everyBlackBoxTestIsNamed() throws IOException {
    Set<String> unnamed =
        tests().stream()
            .filter(name -> name.endsWith("IT"))
            .collect(Collectors.toCollection(TreeSet::new));
    unnamed.removeAll(named());

    assertEquals(Set.of(), unnamed);
  }

  private static Set<String> named() throws IOException {
    // The map names itself in its introduction.
    return NAMED
        .matcher(Files.readString(ROOT.resolve("docs/qa/test-map.md")))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> files =
        Files.find(
            ROOT,
            14,
            (file, attributes) ->
                attributes.isRegularFile()
                    && FILE.matcher(file.getFileName().toString()).matches())) {
      return files
          .filter(file -> !file.toString().contains("node_modules"))
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
