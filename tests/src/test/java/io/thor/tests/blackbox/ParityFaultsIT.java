package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.thor.tests.server.Await;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Faults between the probe and the server are found and have their consequence in time, and where
 * there is none, none is found.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("parity")
class ParityFaultsIT {
  private static final System.Logger LOGGER = System.getLogger(ParityFaultsIT.class.getName());
  private static final Duration CONSEQUENCE = Duration.ofSeconds(15);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration CORRECT =
      Duration.ofSeconds(Integer.getInteger("thor.test.parity-seconds", 60));

  private static FaultyProxy proxy;
  private static ThorServer server;
  private static CutoverClient cutover;

  @BeforeAll
  static void start() {
    proxy = new FaultyProxy();
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.jobs.parity-probe.enabled", "true");
    settings.put("thor.parity.probe-url", proxy.address().toString());
    settings.put("thor.cutover.cool-off-ms", "0");
    Map<String, String> environment = new HashMap<>(SharedServer.ENVIRONMENT);
    CutoverClient.FEATURES.forEach(
        feature -> environment.put("WS_FEATURE_" + feature.toUpperCase(Locale.ROOT), "true"));
    server = ThorServers.start(settings, environment);
    proxy.leadTo(server.http());
    cutover = CutoverClient.of(server);
  }

  @AfterAll
  static void close() {
    Optional.ofNullable(server).ifPresent(ThorServer::close);
    Optional.ofNullable(proxy).ifPresent(FaultyProxy::close);
  }

  @Test
  @Order(1)
  void correctTrafficHasNoFault() {
    assertNoFaultWithin(CORRECT);
  }

  @Test
  @Order(2)
  @Tag("long")
  void anHourOfCorrectTrafficHasNoFault() {
    assertNoFaultWithin(Duration.ofHours(1));
  }

  @Test
  @Order(3)
  void aRestPathThatFailsOrIsStalePauses() {
    assertFound(
        paused("global_market", "REST_DOWN", Faults.restFails("/api/market/status/")),
        paused("intraday", "STALE_REST", Faults.restStale("/api/intraday/vwap")));
  }

  @Test
  @Order(4)
  void aSwappedFieldACentAndADoubledBarRollBack() {
    awaitComparing();
    assertFound(
        rolledBack("positions", "MISMATCH", Faults.swappedField()),
        rolledBack("account_balance", "MISMATCH", Faults.roundingError()),
        rolledBack("intraday", "DUPLICATE", Faults.doubledBar(proxy.lastBar().orElseThrow())));
  }

  @Test
  @Order(5)
  void aStaleBalanceALostUpdateAndAReorderedStreamRollBack() {
    assertFound(
        rolledBack("account_balance", "MISMATCH", Faults.staleBalance()),
        rolledBack("positions", "LOST", Faults.silence("positions:ACC-1001")),
        rolledBack("intraday", "REORDERED", Faults.reordered()));
  }

  @Test
  @Order(6)
  void aTornSnapshotAndAStalledFeatureRollBack() {
    assertFound(
        rolledBack("account_balance", "TORN", Faults.tornSnapshot()),
        rolledBack("positions", "STALLED", Faults.silence("positions:")));
  }

  @Test
  @Order(7)
  void aRestartKeepsTheEvidence() {
    awaitComparing();
    long before = cutover.distinct("positions");
    int samples = cutover.evidence("positions").getJsonArray("samples").size();
    JsonObject stage = cutover.stored("positions");

    server.restart();

    assertTrue(cutover.distinct("positions") >= before);
    assertTrue(cutover.evidence("positions").getJsonArray("samples").size() >= samples);
    assertEquals(stage, cutover.stored("positions"));
    awaitComparing();
  }

  /** Browsers come and go meanwhile. */
  private static void assertNoFaultWithin(Duration time) {
    awaitComparing();
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      try (FrameStream browser = ThorClient.signIn(server, DemoUser.TRADER).open()) {
        browser.await("the balance", LIMIT, frame -> frame.on("account_balance:ACC-1001"));
        browser.awaitNext("a heartbeat", LIMIT, frame -> frame.is("heartbeat"));
      }
    }
    cutover = CutoverClient.of(server);
    cutover.assertNoFault();
  }

  /** A fault, and what has to become of it. */
  private record Expected(
      String feature, String verdict, String verb, String overlay, TimedFault fault) {}

  private static Expected paused(String feature, String verdict, Fault fault) {
    return new Expected(feature, verdict, "pause", "PAUSED", new TimedFault(fault));
  }

  private static Expected rolledBack(String feature, String verdict, Fault fault) {
    return new Expected(feature, verdict, "rollback", "ROLLED_BACK", new TimedFault(fault));
  }

  /** Injects faults of different features at the same time. */
  private static void assertFound(Expected... faults) {
    awaitComparing();
    Map<Expected, String> stages = new HashMap<>();
    List.of(faults)
        .forEach(each -> stages.put(each, cutover.stage(each.feature()).getString("stage")));
    proxy.inject(Faults.all(Stream.of(faults).map(Expected::fault).toList()));
    Map<Expected, Instant> seen = new HashMap<>();
    Await.until(
        () -> {
          JsonObject features = cutover.stages();
          for (Expected each : faults) {
            if (features.getJsonObject(each.feature()).containsKey("overlay")) {
              seen.putIfAbsent(each, Instant.now());
            }
          }
          return seen.size() == faults.length;
        },
        LIMIT.plus(DemoMarket.untilTrades(5)));
    for (Expected each : faults) {
      assertConsequence(each, Optional.ofNullable(seen.get(each)), stages.get(each));
    }
    awaitComparing();
    for (Expected each : faults) {
      cutover.order(each.feature(), each.verb().equals("pause") ? "resume" : "acknowledge");
    }
  }

  private static void assertConsequence(Expected each, Optional<Instant> seen, String before) {
    String feature = each.feature();
    Instant faulty = each.fault().since().orElseGet(() -> fail("nothing was falsified: " + each));
    JsonObject state = cutover.stage(feature);
    assertEquals(
        each.overlay(),
        state.getString("overlay", ""),
        () -> each + ": " + cutover.evidence(feature));
    assertEquals(
        each.verb().equals("pause") ? before : "SHADOW", state.getString("stage"), each::toString);
    Duration took = Duration.between(faulty, seen.orElseThrow());
    LOGGER.log(Level.INFO, "{0} of {1} after {2}", each.verdict(), feature, took);
    assertTrue(took.compareTo(CONSEQUENCE) <= 0, () -> each + " took " + took);
    JsonObject entry = cutover.lastEntry(feature);
    assertEquals(each.verb(), entry.getString("verb"));
    assertEquals("parity", entry.getJsonObject("actor").getString("name"));
    assertTrue(entry.getString("evidence").startsWith(each.verdict()), entry::toString);
    if (!each.verdict().equals("REST_DOWN")) {
      assertSampled(feature, each.verdict());
    }
  }

  private static void assertSampled(String feature, String verdict) {
    Predicate<JsonObject> confirmed =
        sample ->
            sample.getString("verdict").equals(verdict)
                && sample.getString("result").equals("CONFIRMED");
    JsonObject evidence = cutover.evidence(feature);
    assertTrue(
        evidence.getJsonArray("samples").getValuesAs(JsonObject.class).stream().anyMatch(confirmed),
        evidence::toString);
  }

  /** A new connection has seen nothing that was falsified. */
  private static void awaitComparing() {
    Instant from = Instant.now();
    proxy.heal();
    cutover.awaitComparing(from);
  }
}
