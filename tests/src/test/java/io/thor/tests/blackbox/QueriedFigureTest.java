package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QueriedFigureTest {
  private static final String ANSWER =
      """
      # TYPE thor_age_seconds gauge
      thor_age_seconds{feature="positions",path="rest"} 1.5
      thor_cutover_revision 7.0
      """;

  @Test
  void readsFiguresWithTheirLabelsFromAQuery() {
    String query =
        "min by (feature) (thor_age_seconds{job=~\"$job\",path=\"rest\"})"
            + " > on (feature) thor_b_total{verdict!~\"equal\"}";

    assertEquals(
        List.of(
            new QueriedFigure(
                "thor_age_seconds",
                Map.of("feature", Optional.empty(), "path", Optional.of("rest"))),
            new QueriedFigure(
                "thor_b_total", Map.of("feature", Optional.empty(), "verdict", Optional.empty()))),
        QueriedFigure.of(query).toList());
  }

  @Test
  void isInAnAnswerThatHasNameLabelsAndValues() {
    assertTrue(isAnswered("thor_cutover_revision{job=\"a\"}"));
    assertTrue(isAnswered("min by (feature) (thor_age_seconds{path=\"rest\"})"));
    assertFalse(isAnswered("thor_age"));
    assertFalse(isAnswered("min by (topic) (thor_age_seconds)"));
    assertFalse(isAnswered("thor_age_seconds{path=\"websocket\"}"));
    assertFalse(isAnswered("thor_cutover_revision{feature=~\"p.*\"}"));
  }

  @Test
  void findsThoseOfBothFiles() {
    Set<String> names =
        QueriedFigure.ofOperators().stream().map(QueriedFigure::name).collect(Collectors.toSet());

    assertTrue(names.contains("thor_push_sessions"), "the dashboard alone asks for it");
    assertTrue(names.contains("thor_alerts_dropped_total"), "the alert rules alone ask for it");
  }

  private static boolean isAnswered(String query) {
    return QueriedFigure.of(query).allMatch(figure -> figure.isIn(ANSWER));
  }
}
