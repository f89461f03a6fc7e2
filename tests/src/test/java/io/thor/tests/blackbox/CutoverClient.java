package io.thor.tests.blackbox;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import io.thor.tests.server.ThorServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The cutover as its operator sees it. */
record CutoverClient(ThorClient operator) {
  static final List<String> FEATURES =
      List.of("account_balance", "positions", "intraday", "global_market");

  /** The environment in which all of them are {@code LIVE}. */
  static final Map<String, String> ALL_LIVE =
      FEATURES.stream()
          .collect(
              toMap(feature -> "WS_FEATURE_" + feature.toUpperCase(Locale.ROOT), live -> "true"));

  /** The least that an order says. */
  static final String REASON = "{\"reason\":\"rehearsal\"}";

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String COMPARES = "compares since ";

  static CutoverClient of(ThorServer server) {
    return new CutoverClient(ThorClient.signIn(server, DemoUser.OPERATOR));
  }

  /** All features in force. */
  JsonObject stages() {
    return operator.get("api/cutover").expect(200).json().getJsonObject("features");
  }

  JsonObject stage(String feature) {
    return stages().getJsonObject(feature);
  }

  /** A feature as it is stored. */
  JsonObject stored(String feature) {
    return operator.get("api/cutover/" + feature).expect(200).json();
  }

  JsonObject evidence(String feature) {
    return operator.get("api/cutover/" + feature + "/evidence").expect(200).json();
  }

  /** How many distinct positions of a feature the probe has compared. */
  long distinct(String feature) {
    return evidence(feature)
        .getJsonArray("sources")
        .getJsonObject(0)
        .getJsonNumber("distinct")
        .longValueExact();
  }

  /** The last change of a feature in the audit. */
  JsonObject lastEntry(String feature) {
    return operator
        .get("api/cutover/audit")
        .expect(200)
        .json()
        .getJsonArray("entries")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(link -> link.getJsonObject("entry"))
        .filter(entry -> entry.getString("feature").equals(feature))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** Gives an order that has to be obeyed. */
  void order(String feature, String verb) {
    give(feature, verb, REASON).expect(200);
  }

  /** Gives an order with the present revision. */
  Answer give(String feature, String verb, String body) {
    String revision = stored(feature).getJsonNumber("revision").toString();
    return operator.post("api/cutover/" + feature + "/" + verb, body, "If-Match", revision);
  }

  /** Waits until the probe compares over a connection that was opened after a moment. */
  void awaitComparing(Instant from) {
    assertTrue(
        Await.until(
            () -> {
              String probe = evidence("positions").getString("probe");
              return probe.startsWith(COMPARES)
                  && Instant.parse(probe.substring(COMPARES.length())).isAfter(from);
            },
            LIMIT),
        () -> evidence("positions").toString());
  }

  /** Every feature was compared, and all that was decided was equal. */
  void assertNoFault() {
    for (String feature : FEATURES) {
      JsonObject evidence = evidence(feature);
      assertTrue(distinct(feature) > 0, evidence::toString);
      evidence.getJsonArray("totals").getValuesAs(JsonObject.class).stream()
          .map(total -> total.getString("verdict"))
          .forEach(
              verdict ->
                  assertTrue(List.of("EQUAL", "UNDECIDED").contains(verdict), evidence::toString));
    }
  }
}
