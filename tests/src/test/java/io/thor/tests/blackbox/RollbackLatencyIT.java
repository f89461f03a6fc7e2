package io.thor.tests.blackbox;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.delivery.SteeredFleet;
import io.thor.tests.server.Await;
import io.thor.tests.server.ThorServer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Rolls features back under 500 full clients, on a server of its own whose features are all {@code
 * LIVE}, and looks at what a restart and a forger leave of it.
 */
@Tag("many-clients")
@Isolated
@TestMethodOrder(OrderAnnotation.class)
class RollbackLatencyIT {
  private static final Logger LOGGER = System.getLogger(RollbackLatencyIT.class.getName());
  private static final int CLIENTS = 500;
  private static final int FULL = CLIENTS + 1; // the probe follows too
  private static final Duration PROMISE = Duration.ofSeconds(2);
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int ROLLED_BACK = 4;
  private static final int AUDIT_BROKEN = 7;
  private static final Duration FOUND_WITHIN = Duration.ofSeconds(15);
  private static Webhook webhook;
  private static ProbedServer probed;
  private static ThorServer server;

  @BeforeAll
  static void start() {
    webhook = new Webhook();
    Map<String, String> environment = new HashMap<>(CutoverClient.ALL_LIVE);
    environment.put("THOR_ALERT_WEBHOOK_URL", webhook.address());
    probed = ProbedServer.start(Map.of("thor.push.max-sessions-per-user", "1000"), environment);
    server = probed.server();
  }

  @AfterAll
  static void stop() {
    Optional.ofNullable(probed).ifPresent(ProbedServer::close);
    webhook.close();
  }

  @Test
  @Order(1)
  void reachesFiveHundredClientsWithinTwoSeconds() {
    ThorClient operator = operator();
    try (SteeredFleet fleet = SteeredFleet.open(server, CLIENTS)) {
      assertAllApply(operator);
      warmUp(operator);
      assertFast("API", fleet.untilOnRestMs("account_balance", () -> rollBack(operator)));
      assertFast("thorctl", fleet.untilOnRestMs("intraday", () -> rollBackByCtl("intraday")));
      assertFast("parity", sinceParityOrdered(fleet, "positions"));
      assertAllApply(operator);
    }
  }

  @Test
  @Order(2)
  void tellsTheWebhookAndNoLog() throws IOException {
    for (String feature : List.of("positions", "account_balance", "intraday")) {
      assertTrue(Await.until(() -> webhook.has("rollback", feature), LIMIT), feature);
    }
    assertTrue(Await.until(() -> webhook.has("pause", "global_market"), LIMIT));
    assertFalse(Files.readString(server.log()).contains(Webhook.SECRET));
  }

  /** One feature is latched by parity, one acknowledged, one latched by thorctl, one paused. */
  @Test
  @Order(3)
  void keepsStageLatchAndAuditOverARestartAndFindsTheForger() {
    ThorClient before = operator();
    new CutoverClient(before).order("account_balance", "acknowledge");
    new CutoverClient(before).order("global_market", "pause");
    String status = stages(Ctl.run(server, "status"));
    List<JsonObject> features = features(before);
    JsonArray audit = audit(before).getJsonArray("entries");
    assertEquals(0, Ctl.run(server, "audit", "--verify").exitCode());

    server.stop();
    assertEquals(
        1,
        server.tamper(
            "UPDATE cutover_audit SET reason = 'nothing at all' WHERE revision ="
                + " (SELECT MAX(revision) FROM cutover_audit WHERE verb = 'rollback')"));
    server.start();

    Ctl.Result after = Ctl.run(server, "status");
    assertEquals(status, stages(after));
    assertEquals(ROLLED_BACK, after.exitCode());
    assertEquals(features, features(operator()));
    Ctl.Result verified = Ctl.run(server, "audit", "--verify");
    assertEquals(AUDIT_BROKEN, verified.exitCode(), verified.text());
    assertTrue(verified.text().contains("does not follow"), verified.text());
    assertSameButForTheForgery(audit, audit(operator()).getJsonArray("entries"));
  }

  /** How long each client was not told of a rollback for a fault, once that was ordered. */
  private static List<Long> sinceParityOrdered(SteeredFleet fleet, String feature) {
    CutoverClient cutover = CutoverClient.of(server);
    cutover.awaitComparing(Instant.EPOCH);
    TimedFault fault = new TimedFault(Faults.swappedField());
    probed.proxy().inject(fault);
    List<Instant> told = fleet.onRestSince(feature, LIMIT.plus(FOUND_WITHIN));
    probed.proxy().heal();
    JsonObject entry = cutover.lastEntry(feature);
    assertEquals("parity", entry.getJsonObject("actor").getString("name"));
    Instant ordered = Instant.parse(entry.getString("at"));
    Duration found = Duration.between(fault.since().orElseThrow(), ordered);
    assertTrue(found.compareTo(FOUND_WITHIN) <= 0, () -> "found only after " + found);
    return told.stream().map(at -> Duration.between(ordered, at).toMillis()).toList();
  }

  private static void assertFast(String by, List<Long> tookMs) {
    long p99 = tookMs.get(CLIENTS * 99 / 100 - 1);
    LOGGER.log(
        Level.INFO,
        "rollback by {0} reached all: p50 {1} ms, p99 {2} ms, last {3} ms",
        by,
        tookMs.get(CLIENTS / 2),
        p99,
        tookMs.get(CLIENTS - 1));
    assertTrue(p99 <= PROMISE.toMillis(), () -> by + ": p99 is " + p99 + " ms");
  }

  /** Neither the first change of a server's life nor of the clients in this process. */
  private static void warmUp(ThorClient operator) {
    new CutoverClient(operator).order("global_market", "pause");
    assertAllApply(operator);
    new CutoverClient(operator).order("global_market", "resume");
    assertAllApply(operator);
  }

  private static void assertAllApply(ThorClient operator) {
    boolean all =
        Await.until(
            () -> {
              JsonObject totals =
                  operator.get("api/cutover").expect(200).json().getJsonObject("totals");
              return totals.getInt("full") == FULL && totals.getInt("applied") == FULL;
            },
            LIMIT);
    assertTrue(all, () -> operator.get("api/cutover").body());
  }

  /** Without the sessions, of which the probe's may not be back yet. */
  private static String stages(Ctl.Result status) {
    return status
        .text()
        .lines()
        .filter(line -> !line.contains(" applied, "))
        .collect(joining("\n"));
  }

  private static void assertSameButForTheForgery(JsonArray before, JsonArray after) {
    assertEquals(before.size(), after.size());
    long forged =
        after.stream()
            .filter(link -> !before.contains(link))
            .filter(link -> link.toString().contains("nothing at all"))
            .count();
    assertEquals(1, forged);
    assertEquals(before.size() - 1L, after.stream().filter(before::contains).count());
  }

  private static void rollBack(ThorClient operator) {
    operator.post("api/cutover/account_balance/rollback", CutoverClient.REASON).expect(200);
  }

  private static void rollBackByCtl(String feature) {
    Ctl.Result result = Ctl.run(server, "rollback", feature, "--reason", "rehearsal");
    assertEquals(0, result.exitCode(), result.text());
  }

  private static List<JsonObject> features(ThorClient operator) {
    JsonObject cutover = operator.get("api/cutover").expect(200).json();
    return cutover.getJsonObject("features").keySet().stream()
        .map(feature -> operator.get("api/cutover/" + feature).expect(200).json())
        .toList();
  }

  private static JsonObject audit(ThorClient operator) {
    JsonObject audit = operator.get("api/cutover/audit").expect(200).json();
    assertFalse(audit.containsKey("next"), "the audit has more than one page");
    return audit;
  }

  private static ThorClient operator() {
    return ThorClient.signIn(server, DemoUser.OPERATOR);
  }
}
