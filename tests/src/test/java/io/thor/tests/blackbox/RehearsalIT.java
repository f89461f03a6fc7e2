package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.jsonp.Jsonp;
import io.thor.tests.server.Await;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The whole way as an operator goes it, past gates that want less evidence: all features from
 * {@code SHADOW} to {@code COMPLETE}, one of them twice, for a fault takes it back from {@code
 * LIVE}.
 */
@Tag("parity")
@Order(2)
class RehearsalIT {
  private static final String FAULTY = "positions";
  private static final Duration LIMIT = Duration.ofMinutes(6);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String ACCOUNTS = "{\"reason\":\"rehearsal\",\"accounts\":[\"ACC-1001\"]}";
  private static final Map<String, String> QUICK_GATES =
      Map.of(
          "thor.cutover.cool-off-ms", "0",
          // Eight comparisons exclude as much with a confidence of 95 %.
          "thor.cutover.gate.mismatch-percent", "40",
          "thor.cutover.gate.undecided-percent", "50",
          "thor.cutover.gate.sessions-before-live", "1",
          "thor.cutover.gate.sessions-before-complete", "1",
          "thor.cutover.gate.session-seconds", "15",
          "thor.parity.self-test-one-in", "5");

  private static ProbedServer probed;
  private static CutoverClient cutover;

  @BeforeAll
  static void start() {
    probed = ProbedServer.start(QUICK_GATES, Map.of());
    cutover = CutoverClient.of(probed.server());
  }

  @AfterAll
  static void close() {
    Optional.ofNullable(probed).ifPresent(ProbedServer::close);
  }

  @Test
  void allFeaturesGoAllTheWayAndAFaultTakesOneBack() {
    assertTrue(Ctl.status(probed.server()).contains("SHADOW MODE"));
    cutover.awaitComparing(Instant.EPOCH);
    for (String feature : CutoverClient.FEATURES) {
      String refusal = advance(feature).problem(409);
      assertTrue(refusal.contains("no rollback drill yet"), refusal);
      assertTrue(
          cutover
              .operator()
              .post("api/cutover/" + feature + "/drill", "{}")
              .expect(200)
              .json()
              .getBoolean("passed"));
    }
    changeMarketsSoon();

    reach("LIVE", List.of(FAULTY));
    aFaultTakesItBack();
    reach("COMPLETE", CutoverClient.FEATURES);

    assertTrue(Ctl.status(probed.server()).contains("FULL CUTOVER"));
    Ctl.Result audit = Ctl.run(probed.server(), "audit", "--verify");
    assertEquals(0, audit.exitCode(), audit.text());
    Answer old =
        ThorClient.signIn(probed.server(), DemoUser.TRADER).get("api/positions").expect(200);
    assertTrue(old.headers().firstValue("Deprecation").isPresent(), old.headers()::toString);
    assertServesWhatOperatorsLookAt();
  }

  /** Every figure has come by now, but that of sessions which the server closes. */
  private static void assertServesWhatOperatorsLookAt() {
    ThorClient leaving = ThorClient.signIn(probed.server(), DemoUser.TRADER2);
    try (FrameStream session = leaving.open()) {
      session.await("a frame", PAUSE.multipliedBy(10), frame -> true);
      leaving.delete("api/session").expect(204);
      session.awaitClose(PAUSE.multipliedBy(10));
    }
    String answer = cutover.operator().get("api/metrics").expect(200).body();
    assertEquals(
        List.of(),
        QueriedFigure.ofOperators().stream().filter(figure -> !figure.isIn(answer)).toList(),
        answer);
  }

  private static void aFaultTakesItBack() {
    ExpectedConsequence fault =
        new ExpectedConsequence(
            FAULTY,
            () -> "MISMATCH",
            "rollback",
            "ROLLED_BACK",
            new TimedFault(Faults.swappedField()));
    probed.proxy().inject(fault.fault());
    boolean seen = Await.until(() -> cutover.stage(FAULTY).containsKey("overlay"), LIMIT);
    fault.assertCame(cutover, seen ? Optional.of(Instant.now()) : Optional.empty(), "LIVE");
    Ctl.Result status = Ctl.run(probed.server(), "status");
    assertEquals(4, status.exitCode(), status.text());

    Instant healed = Instant.now();
    probed.proxy().heal();
    cutover.awaitComparing(healed);
    advance(FAULTY).problem(409);
    cutover.order(FAULTY, "acknowledge");
  }

  /** Takes each feature on whenever its gate passes, until all are there. */
  private static void reach(String stage, List<String> features) {
    long end = System.nanoTime() + LIMIT.toNanos();
    Map<String, String> refusals = new HashMap<>();
    while (!features.stream().allMatch(feature -> isAt(stage, feature))) {
      assertTrue(System.nanoTime() < end, refusals::toString);
      for (String feature : features) {
        if (!isAt(stage, feature)) {
          Answer answer = advance(feature);
          refusals.put(feature, answer.body());
          assertTrue(answer.status() == 200 || answer.status() == 409, answer::body);
        }
      }
      Await.until(() -> false, PAUSE);
    }
  }

  private static boolean isAt(String stage, String feature) {
    return cutover.stored(feature).getString("stage").equals(stage);
  }

  private static Answer advance(String feature) {
    boolean toCanary = isAt("SHADOW", feature);
    return cutover.give(feature, "advance", toCanary ? ACCOUNTS : CutoverClient.REASON);
  }

  /** So that there are changes to be compared, whichever day it is, for each gate anew. */
  private static void changeMarketsSoon() {
    List<Venue> venues = Venue.allFarFromMidnight();
    changeThrice(venues.get(0), 2);
    changeThrice(venues.get(1), 5);
  }

  /** In so many minutes, and in the two after that. */
  private static void changeThrice(Venue venue, int minutes) {
    ZonedDateTime first =
        ZonedDateTime.now(venue.zone()).plusMinutes(minutes).truncatedTo(ChronoUnit.MINUTES);
    String body =
        Jsonp.object()
            .add("reason", "early_close")
            .add("name", "Rehearsal")
            .add("open", "00:00")
            .add("break_start", first.toLocalTime().toString())
            .add("break_end", first.plusMinutes(1).toLocalTime().toString())
            .add("close", first.plusMinutes(2).toLocalTime().toString())
            .build()
            .toString();
    cutover
        .operator()
        .send("PUT", venue.override(), Optional.of(body), "Content-Type", "application/json")
        .expect(200);
  }
}
