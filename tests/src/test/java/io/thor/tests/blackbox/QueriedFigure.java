package io.thor.tests.blackbox;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A figure that the operators' dashboard or alert rules ask Prometheus for.
 *
 * @param labels that it must have, with the value where one is asked for
 */
record QueriedFigure(String name, Map<String, Optional<String>> labels) {
  private static final Path OPERATORS = Path.of("..", "docs", "operators");
  private static final Pattern FIGURE = Pattern.compile("(thor_\\w+)(?:\\{([^}]*)})?");
  private static final Pattern LABEL = Pattern.compile("(\\w+)(=~|!~|!=|=)\"([^\"]*)\"");
  private static final Pattern GROUPED = Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)");
  private static final Pattern RULE = Pattern.compile("(?s)expr: (.*?)\\n +(?:for|labels):");

  /** Prometheus adds it. */
  private static final String ADDED = "job";

  /** Its values are counted when they come; no test makes them all come. */
  private static final String OPEN = "code";

  /** All that both files ask for. */
  static Set<QueriedFigure> ofOperators() {
    Stream<String> panels = queries(Jsonp.readObject(read("grafana-dashboard.json")));
    Stream<String> rules =
        RULE.matcher(read("prometheus-alerts.yml")).results().map(rule -> rule.group(1));
    return Stream.concat(panels, rules).flatMap(QueriedFigure::of).collect(Collectors.toSet());
  }

  /** Those of one query, each with the labels by which it groups. */
  static Stream<QueriedFigure> of(String query) {
    return FIGURE.matcher(query).results().map(figure -> of(figure, query));
  }

  /** Whether a line of an answer in the Prometheus text format has it. */
  boolean isIn(String answer) {
    return FIGURE
        .matcher(answer)
        .results()
        .filter(line -> line.start() == 0 || answer.charAt(line.start() - 1) == '\n')
        .filter(line -> line.group(1).equals(name))
        .anyMatch(line -> labelsOf(line).entrySet().containsAll(wanted(labelsOf(line)).entrySet()));
  }

  /** Where any value will do, that of the line. */
  private Map<String, String> wanted(Map<String, String> line) {
    return labels.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                label -> label.getValue().orElseGet(() -> line.getOrDefault(label.getKey(), ""))));
  }

  private static Map<String, String> labelsOf(MatchResult line) {
    return LABEL
        .matcher(Optional.ofNullable(line.group(2)).orElse(""))
        .results()
        .collect(Collectors.toMap(label -> label.group(1), label -> label.group(3)));
  }

  private static QueriedFigure of(MatchResult figure, String query) {
    Map<String, Optional<String>> labels = new TreeMap<>();
    GROUPED
        .matcher(query)
        .results()
        .flatMap(group -> Stream.of(group.group(1).split(", *")))
        .forEach(label -> labels.put(label, Optional.empty()));
    LABEL
        .matcher(Optional.ofNullable(figure.group(2)).orElse(""))
        .results()
        .forEach(label -> labels.put(label.group(1), value(label)));
    labels.remove(ADDED);
    return new QueriedFigure(figure.group(1), labels);
  }

  private static Optional<String> value(MatchResult label) {
    boolean isOne = label.group(2).equals("=") && !label.group(1).equals(OPEN);
    return isOne ? Optional.of(label.group(3)) : Optional.empty();
  }

  private static Stream<String> queries(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object.entrySet().stream()
          .flatMap(
              member ->
                  member.getKey().equals("expr") || member.getKey().equals("query")
                      ? texts(member.getValue())
                      : queries(member.getValue()));
    }
    return value instanceof JsonArray array
        ? array.stream().flatMap(QueriedFigure::queries)
        : Stream.empty();
  }

  private static Stream<String> texts(JsonValue value) {
    return value instanceof JsonString text ? Stream.of(text.getString()) : queries(value);
  }

  private static String read(String file) {
    try {
      return Files.readString(OPERATORS.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
