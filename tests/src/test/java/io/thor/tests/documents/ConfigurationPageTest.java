package io.thor.tests.documents;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.config.Key;
import io.thor.config.Keys;
import io.thor.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/configuration.md against the keys that the code declares, and those against the code.
 */
class ConfigurationPageTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `((?:thor|ws)\\.[^`]+)` \\|(.*)\\|$");
  private static final Pattern LITERAL = Pattern.compile("\"((?:thor|ws)\\.[a-z0-9_.-]*)\"");
  private static final Pattern NOT_READ =
      Pattern.compile("thor\\.(offered-password.*|war|ear|oidc\\.|test\\..*)");
  private static final List<String> MODULES =
      List.of("domain", "ejb-jobs", "web-socket", "web-rest", "micro");

  /** What the page says of one key. */
  private record Row(String fallback, String allowed, String variable) {
    static Row of(Key key) {
      return new Row(key.fallback(), key.allowed(), variable(key.name()));
    }

    /** The cells of a line behind the key; quotes of code are decoration. */
    static Row of(String cells) {
      String[] texts = cells.replace("`", "").split("\\|");
      return new Row(texts[0].strip(), texts[1].strip(), texts[2].strip());
    }

    private static String variable(String key) {
      return Settings.variable(key);
    }
  }

  @Test
  void thePageHasEveryKeyWithItsDefaultRangeAndVariableAndNoOther() throws IOException {
    Map<String, Row> page = new LinkedHashMap<>();
    ROW.matcher(Files.readString(ROOT.resolve("docs/configuration.md")))
        .results()
        .forEach(row -> page.put(row.group(1), Row.of(row.group(2))));

    Map<String, Row> code =
        Keys.ALL.stream().collect(toMap(Key::name, Row::of, (a, b) -> b, LinkedHashMap::new));
    code.forEach((key, row) -> assertEquals(row, page.get(key), key));
    assertEquals(code.keySet(), page.keySet());
  }

  @Test
  void noKeyIsDeclaredTwice() {
    assertEquals(Keys.ALL.size(), Keys.ALL.stream().map(Key::name).distinct().count());
  }

  @Test
  void everyKeyInTheSourcesIsDeclared() throws IOException {
    TreeSet<String> undeclared = new TreeSet<>(literals());
    undeclared.removeIf(text -> NOT_READ.matcher(text).matches() || isDeclared(text));

    assertEquals(new TreeSet<>(), undeclared);
  }

  @Test
  void everyDeclaredKeyIsInTheSources() throws IOException {
    List<String> literals = literals();
    for (Key key : Keys.ALL) {
      String name = key.name();
      assertTrue(literals.stream().anyMatch(text -> begins(name, text)), name + " is read nowhere");
    }
  }

  /** Also where a text is the beginning of keys that are put together. */
  private static boolean isDeclared(String text) {
    return Keys.ALL.stream()
        .anyMatch(key -> key.name().equals(text) || isPrefix(text) && key.name().startsWith(text));
  }

  /** Whether a text is the key or its beginning; {@code thor.} alone begins those of passwords. */
  private static boolean begins(String name, String text) {
    return text.equals("thor.")
        ? name.endsWith("-password")
        : name.equals(text) || isPrefix(text) && name.startsWith(text);
  }

  private static boolean isPrefix(String text) {
    return text.endsWith(".") || text.endsWith("_");
  }

  private static List<String> literals() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(ConfigurationPageTest::isRead).toList()) {
          LITERAL
              .matcher(Files.readString(file))
              .results()
              .map((MatchResult match) -> match.group(1))
              .forEach(found::add);
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean isRead(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith("Keys.java");
  }
}
