package io.thor.parity;

import static java.util.stream.Collectors.joining;

import io.thor.message.MessageTypes;
import io.thor.message.Topic;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads reports of pages and believes nothing of them that cannot be.
 *
 * <p>Errors: {@link InvalidReportException}.
 *
 * @param visible the topics that the user may see
 */
record ReportReader(Predicate<Topic> visible) {

  private static final long MOST_COMPARISONS = 100_000;
  private static final long LONGEST_MS = 3_600_000;
  private static final int MOST_CASES = 5;
  private static final int MOST_DIFFERENCES = 5;
  private static final int LONGEST_EPOCH = 16;
  private static final int LONGEST_DIFFERENCE = 300;

  PageReport read(JsonObject data) {
    ReportField report = new ReportField(data);
    String feature = report.text("feature");
    if (!MessageTypes.features().contains(feature)) {
      throw new InvalidReportException("feature", feature, "one of " + MessageTypes.features());
    }
    Duration watched = Duration.ofMillis(report.number("watched_ms", LONGEST_MS));
    return new PageReport(
        feature,
        counts(report),
        watched,
        Duration.ofMillis(report.number("stale_ms", watched.toMillis())),
        Duration.ofMillis(report.number("stale_now_ms", LONGEST_MS)),
        report.array("cases", MOST_CASES).stream().map(this::shown).toList());
  }

  /** Verdicts that are not known are left out. */
  private static Map<Verdict, Long> counts(ReportField report) {
    ReportField given = report.object("counts");
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    for (String name : given.names()) {
      verdict(name).forEach(verdict -> counts.put(verdict, given.number(name, MOST_COMPARISONS)));
    }
    return counts;
  }

  private PageReport.Case shown(ReportField found) {
    String epoch = found.text("epoch");
    if (epoch.length() > LONGEST_EPOCH) {
      throw new InvalidReportException("epoch", epoch.length() + " characters", "that of a frame");
    }
    String name = found.text("verdict");
    Verdict verdict =
        verdict(name)
            .filter(Verdict::isFault)
            .findFirst()
            .orElseThrow(() -> new InvalidReportException("verdict", name, "a fault's"));
    JsonArray differences = found.list("differences", MOST_DIFFERENCES);
    return new PageReport.Case(
        topic(found.text("topic")),
        epoch,
        found.number("seq", Long.MAX_VALUE),
        verdict,
        found.text("certainty").equals(Suspicion.Result.CONFIRMED.name()),
        differences.isEmpty() || differences.stream().anyMatch(ReportReader::isCritical),
        differences.stream().map(ReportReader::words).collect(joining("; ")));
  }

  private Topic topic(String written) {
    try {
      Topic topic = Topic.parse(written);
      if (visible.test(topic)) {
        return topic;
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidReportException("topic", written, "a topic that you see");
    }
    throw new InvalidReportException("topic", written, "a topic that you see");
  }

  private static Stream<Verdict> verdict(String name) {
    return Stream.of(Verdict.values())
        .filter(verdict -> verdict.name().equals(name))
        .filter(verdict -> verdict != Verdict.WAITING);
  }

  private static boolean isCritical(JsonValue difference) {
    return difference instanceof JsonObject object && JsonValue.TRUE.equals(object.get("critical"));
  }

  private static String words(JsonValue difference) {
    String text = difference.toString();
    return text.length() <= LONGEST_DIFFERENCE ? text : text.substring(0, LONGEST_DIFFERENCE);
  }
}
