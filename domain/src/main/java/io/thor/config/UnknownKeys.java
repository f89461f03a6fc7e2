package io.thor.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is set under Thor's names and means nothing to it, most likely mistyped.
 *
 * <p>Threads: any.
 */
public final class UnknownKeys {

  /** Variables of the launcher, of {@code thorctl}, and of the tests. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of(
          "THOR_HOME",
          "THOR_JAVA_OPTS",
          "THOR_URL",
          "THOR_USER",
          "THOR_PASSWORD",
          "THOR_NEW_PASSWORD",
          "THOR_CHROMIUM");

  /** Properties by which the launcher and the application talk to each other. */
  private static final String OFFERED = "thor.offered-password";

  private UnknownKeys() {}

  /**
   * A sentence for each, with the nearest key that there is. A property that is a variable of the
   * environment in another spelling, as Open Liberty has one for each, is told as that variable.
   */
  public static List<String> find() {
    Set<String> properties = new TreeSet<>(System.getProperties().stringPropertyNames());
    properties.addAll(MicroProfileSettings.names());
    return find(properties, System.getenv().keySet());
  }

  static List<String> find(Collection<String> properties, Collection<String> variables) {
    Stream<String> keys =
        properties.stream()
            .filter(name -> name.startsWith("thor.") || name.startsWith("ws."))
            .filter(name -> !name.startsWith(OFFERED))
            .filter(name -> !variables.contains(Settings.variable(name)))
            .filter(name -> Keys.find(Keys.ALL, name).isEmpty())
            .sorted()
            .map(name -> name + " is no key of Thor; " + suggestion(name, known -> known));
    Stream<String> environment =
        variables.stream()
            .filter(name -> name.startsWith("THOR_") || name.startsWith("WS_"))
            .filter(name -> !OTHER_VARIABLES.contains(name))
            .filter(name -> Keys.ALL.stream().noneMatch(key -> key.matchesVariable(name)))
            .sorted()
            .map(name -> name + " is no variable of Thor; " + suggestion(name, Settings::variable));
    return Stream.concat(keys, environment).toList();
  }

  private static String suggestion(String name, UnaryOperator<String> spelling) {
    return Keys.ALL.stream()
        .flatMap(Key::names)
        .map(spelling)
        .min(Comparator.comparingInt(known -> distance(name, known)))
        .map(known -> "did you mean " + known + "?")
        .orElseThrow();
  }

  /** Levenshtein's distance, in lower case. */
  private static int distance(String one, String other) {
    String left = one.toLowerCase(Locale.ROOT);
    String right = other.toLowerCase(Locale.ROOT);
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int swapped = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swapped, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
