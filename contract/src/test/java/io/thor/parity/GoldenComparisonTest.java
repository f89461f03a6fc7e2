package io.thor.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.Topic;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One file a verdict; each case feeds one topic step by step. */
class GoldenComparisonTest {

  /** What a step is expected to find. */
  record Expected(String verdict, String action, List<String> paths) {

    static Expected of(Finding finding) {
      return new Expected(
          finding.verdict().name(),
          finding.action().name(),
          finding.differences().stream().map(Difference::path).toList());
    }

    static Expected of(JsonObject json) {
      return new Expected(
          json.getString("verdict"),
          json.getString("action"),
          json.getJsonArray("paths").getValuesAs(JsonString::getString));
    }
  }

  @TestFactory
  Stream<DynamicTest> findsWhatTheFilesSay() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name :
        List.of(
            "equal",
            "mismatch",
            "lost",
            "torn",
            "duplicate",
            "reordered",
            "stale_rest",
            "undecided")) {
      JsonObject file = GoldenFiles.read(name);
      Instant start = Instant.parse(file.getString("start"));
      for (JsonObject each : GoldenFiles.cases(file)) {
        tests.add(
            DynamicTest.dynamicTest(name + ": " + each.getString("name"), () -> play(each, start)));
      }
    }
    return tests.stream();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mismatch",
        "lost",
        "torn",
        "duplicate",
        "reordered",
        "stale_rest",
        "undecided",
        "equal"
      })
  void everyFileHasCasesOfItsVerdict(String name) throws IOException {
    String verdict = "\"" + name.toUpperCase(Locale.ROOT) + "\"";
    long fitting =
        GoldenFiles.cases(GoldenFiles.read(name)).stream()
            .filter(each -> each.getJsonArray("steps").toString().contains(verdict))
            .count();
    assertTrue(fitting >= 2, () -> name + " has only " + fitting + " cases");
  }

  private static void play(JsonObject golden, Instant start) {
    TopicComparator comparator = comparator(golden);
    for (JsonObject step : golden.getJsonArray("steps").getValuesAs(JsonObject.class)) {
      Instant now = start.plusMillis(step.getInt("at_ms"));
      if (step.containsKey("connection")) {
        connect(comparator, step.getString("connection"));
      } else if (step.containsKey("due")) {
        assertEquals(
            step.getJsonArray("due").getValuesAs(JsonObject.class).stream()
                .map(Expected::of)
                .toList(),
            comparator.due(now).stream().map(Expected::of).toList(),
            step::toString);
      } else {
        assertEquals(
            Expected.of(step.getJsonObject("expect")),
            Expected.of(look(comparator, step, now)),
            step::toString);
      }
    }
  }

  private static Finding look(TopicComparator comparator, JsonObject step, Instant now) {
    return step.containsKey("stream")
        ? comparator.onStream(snapshot(step.getJsonObject("stream")), now)
        : comparator.onRest(snapshot(step.getJsonObject("rest")), now);
  }

  private static void connect(TopicComparator comparator, String connection) {
    if (connection.equals("open")) {
      comparator.streamBegins();
    } else {
      comparator.streamEnds();
    }
  }

  private static TopicComparator comparator(JsonObject golden) {
    List<IgnoreRule> ignored =
        golden.getJsonArray("ignore").getValuesAs(JsonObject.class).stream()
            .map(GoldenComparisonTest::rule)
            .toList();
    return new TopicComparator(
        Topic.parse(golden.getString("topic")),
        TopicKind.valueOf(golden.getString("kind")),
        ComparatorTimes.polling(Duration.ofSeconds(golden.getInt("poll_seconds"))),
        ComparisonRules.DEFAULTS.ignoring(ignored));
  }

  private static IgnoreRule rule(JsonObject rule) {
    return new IgnoreRule(
        rule.getString("topic_prefix"),
        rule.getString("field"),
        rule.getString("owner"),
        rule.getString("reason"),
        Instant.parse(rule.getString("until")));
  }

  private static Snapshot snapshot(JsonObject json) {
    return new Snapshot(json.getString("epoch"), json.getInt("seq"), Values.of(json.get("data")));
  }
}
