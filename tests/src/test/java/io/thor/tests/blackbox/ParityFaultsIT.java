package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
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
@Order(1)
class ParityFaultsIT {
  /** Accounts are valued as often as by default. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "thor.cutover.cool-off-ms", "0",
          "thor.jobs.account-balance.interval-ms", "10000",
          "thor.jobs.positions.interval-ms", "10000");

  private static final Duration CORRECT =
      Duration.ofSeconds(Integer.getInteger("thor.test.parity-seconds", 180));

  private static ProbedServer probed;
  private static CutoverClient cutover;

  @BeforeAll
  static void start() {
    probed = ProbedServer.start(SETTINGS, CutoverClient.ALL_LIVE);
    cutover = CutoverClient.of(probed.server());
  }

  @AfterAll
  static void close() {
    Optional.ofNullable(probed).ifPresent(ProbedServer::close);
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
    trial()
        .assertFound(
            paused("global_market", "REST_DOWN", Faults.restFails("/api/market/status/")),
            paused("intraday", "STALE_REST", Faults.restStale("/api/intraday/vwap")));
  }

  @Test
  @Order(4)
  void aSwappedFieldACentAndADoubledBarRollBack() {
    trial()
        .assertFound(
            rolledBack("positions", "MISMATCH", Faults.swappedField()),
            rolledBack("account_balance", "MISMATCH", Faults.roundingError()),
            rolledBack("intraday", "DUPLICATE", Faults.doubledBar(probed.proxy()::lastBar)));
  }

  @Test
  @Order(5)
  void aStaleBalanceALostUpdateAndAReorderedStreamRollBack() {
    LostPositions lost = new LostPositions("ACC-1001");
    trial()
        .assertFound(
            rolledBack("account_balance", "MISMATCH", Faults.staleBalance()),
            rolledBack("positions", lost::verdict, new TimedFault(lost)),
            rolledBack("intraday", "REORDERED", Faults.reordered()));
  }

  @Test
  @Order(6)
  void aTornSnapshotAndAStalledFeatureRollBack() {
    trial()
        .assertFound(
            rolledBack("account_balance", "TORN", Faults.tornSnapshot()),
            rolledBack("positions", "STALLED", Faults.silence("positions:")));
  }

  @Test
  @Order(7)
  void writesBehindTheServersBackRollBack() {
    try (StoredFaults stored = new StoredFaults(probed.server())) {
      trial()
          .assertFound(
              stored::write,
              stored::undo,
              rolledBack("account_balance", () -> "MISMATCH", stored.balance()),
              rolledBack("intraday", () -> "MISMATCH", stored.bar()));
    }
  }

  @Test
  @Order(8)
  void aRestartKeepsTheEvidence() {
    trial().awaitComparing();
    long before = cutover.distinct("positions");
    int samples = cutover.evidence("positions").getJsonArray("samples").size();
    JsonObject stage = cutover.stored("positions");

    probed.server().restart();

    assertTrue(cutover.distinct("positions") >= before);
    assertTrue(cutover.evidence("positions").getJsonArray("samples").size() >= samples);
    assertEquals(stage, cutover.stored("positions"));
    trial().awaitComparing();
  }

  /** Both traders order meanwhile, and their browsers come and go. */
  private static void assertNoFaultWithin(Duration time) {
    trial().awaitComparing();
    long start = System.nanoTime();
    CompletableFuture.allOf(
            Stream.of(DemoUser.TRADER, DemoUser.TRADER2)
                .map(user -> new RestlessTrader(probed.server(), user, () -> passed(start, time)))
                .map(CompletableFuture::runAsync)
                .toArray(CompletableFuture[]::new))
        .join();
    cutover = CutoverClient.of(probed.server());
    cutover.assertNoFault();
  }

  private static boolean passed(long startNanos, Duration time) {
    return System.nanoTime() - startNanos >= time.toNanos();
  }

  private static ExpectedConsequence paused(String feature, String verdict, Fault fault) {
    return new ExpectedConsequence(
        feature, () -> verdict, "pause", "PAUSED", new TimedFault(fault));
  }

  private static ExpectedConsequence rolledBack(String feature, String verdict, Fault fault) {
    return rolledBack(feature, () -> verdict, new TimedFault(fault));
  }

  private static ExpectedConsequence rolledBack(
      String feature, Supplier<String> verdict, TimedFault fault) {
    return new ExpectedConsequence(feature, verdict, "rollback", "ROLLED_BACK", fault);
  }

  private static FaultTrial trial() {
    return new FaultTrial(probed, cutover);
  }
}
