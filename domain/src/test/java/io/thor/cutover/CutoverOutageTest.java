package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.storage.DatabaseDownException;
import io.thor.time.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One node whose database goes away and comes back. */
class CutoverOutageTest {

  private static final Actor ANN = new Actor("ann", "console");
  private static final Command ROLLBACK = new Command.Rollback(Step.SHADOW);

  private final FakeClock clock = new FakeClock("2026-01-05T12:00:00Z");
  private final CutoverNode node = new CutoverNode(clock);

  CutoverOutageTest() {
    node.cutover.refresh();
  }

  private Outcome order(Command command) {
    return node.orders.give("positions", new Order(command, ANN, "why", OptionalLong.empty()));
  }

  private Stage stage() {
    return node.cutover.current().of("positions").stage();
  }

  @Test
  void obeysInMemoryAndTellsSessionsAndOperatorsAtOnce() {
    node.isDown = true;

    Outcome.Accepted accepted = assertInstanceOf(Outcome.Accepted.class, order(ROLLBACK));

    assertFalse(accepted.storable());
    assertEquals(Stage.SHADOW, stage());
    assertEquals(List.of(5L), node.told().stream().map(CutoverStatus::revision).toList());
    assertEquals(1, node.alerts().size());
    assertEquals(accepted.state(), node.orders.state("positions"));
    assertFalse(node.orders.isStored("positions"));
    assertEquals(List.of(), node.rows.audit);
  }

  @Test
  void storesInSequenceAsOfTheirMomentsBeforeAnythingIsRead() {
    node.isDown = true;
    Instant first = clock.instant();
    order(new Command.Pause());
    clock.turn(Duration.ofMinutes(1));
    order(ROLLBACK);
    clock.turn(Duration.ofMinutes(5));
    node.isDown = false;

    node.cutover.refresh();

    List<AuditEntry> audit = node.rows.audit;
    assertEquals(List.of("pause", "rollback"), audit.stream().map(AuditEntry::verb).toList());
    assertEquals(
        List.of(first, first.plusSeconds(60)), audit.stream().map(AuditEntry::at).toList());
    assertEquals("why; ordered while the database was down", audit.get(1).reason());
    assertEquals(ANN, audit.get(1).actor());
    assertEquals(Stage.SHADOW, stage());
    assertEquals(6, node.cutover.current().revision());
    assertEquals("console (ann, \"why\")", node.cutover.current().of("positions").why());
    assertTrue(node.orders.isStored("positions"));
    assertNothingRose();
  }

  @Test
  void storesWhatWaitsBeforeTheNextOrder() {
    node.isDown = true;
    order(ROLLBACK);
    node.isDown = false;

    node.orders.kill(ANN, "all");

    assertEquals("rollback", node.rows.audit.get(0).verb());
    assertEquals(5, node.rows.audit.size());
    assertEquals(Stage.OFF, stage());
    assertNothingRose();
  }

  @Test
  void keepsAllThatWaitsWhereStoringFails() {
    node.isDown = true;
    order(ROLLBACK);
    assertThrows(DatabaseDownException.class, node.cutover::refresh);

    node.isDown = false;
    node.rows.refusing = true;
    node.cutover.refresh();
    assertEquals(Stage.SHADOW, stage());
    assertFalse(node.orders.isStored("positions"));

    node.rows.refusing = false;
    node.cutover.refresh();
    assertTrue(node.orders.isStored("positions"));
    assertEquals(1, node.rows.audit.size());
  }

  @Test
  void aPauseOfWhatAnotherNodeHoldsIsOnlyAudited() {
    node.isDown = true;
    order(new Command.Pause());
    node.isDown = false;
    Overlay theirs = new Overlay.Paused(clock.instant().minusSeconds(30));
    node.rows.change("positions", Step.LIVE, theirs);

    node.cutover.refresh();

    FeatureState stored = node.orders.state("positions");
    assertEquals(theirs, stored.overlay());
    assertEquals(1, node.rows.audit.size());
    assertEquals(6, node.cutover.current().revision());
  }

  @Test
  void aRaiseElsewhereMeanwhileIsLowered() {
    node.isDown = true;
    order(ROLLBACK);
    node.isDown = false;
    node.rows.change("positions", Step.COMPLETE, Overlay.NONE);

    node.cutover.refresh();

    assertEquals(Stage.SHADOW, stage());
    assertNothingRose();
  }

  @Test
  void obeysWhileAnotherStillWaitsForTheDatabase() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    CompletableFuture<Object> waiting =
        CompletableFuture.supplyAsync(() -> node.cutover.change(() -> answer(asked, answered)));
    asked.await();
    node.isDown = true;

    Outcome outcome = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> order(ROLLBACK));

    assertInstanceOf(Outcome.Accepted.class, outcome);
    assertFalse(waiting.isDone());
    answered.countDown();
    waiting.join();
    assertEquals(Stage.SHADOW, stage());
  }

  private static Object answer(CountDownLatch asked, CountDownLatch answered) {
    asked.countDown();
    try {
      return answered.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusesToRaiseInMemory() {
    node.isDown = true;

    Outcome.Refused refused =
        assertInstanceOf(Outcome.Refused.class, order(new Command.Advance(Optional.empty())));

    assertEquals(Refusal.NO_DATABASE, refused.refusal());
    assertEquals(List.of(), node.told());
  }

  @Test
  void killsEveryFeatureInMemory() {
    node.isDown = true;

    assertEquals(4, node.orders.kill(ANN, "why").size());

    assertFalse(node.cutover.current().anyLive());
    assertEquals(8, node.cutover.current().revision());
    assertEquals(1, node.told().size());
  }

  @Test
  void knowsNothingToLowerBeforeTheFirstReading() {
    CutoverNode unread = new CutoverNode(clock);
    unread.isDown = true;

    assertThrows(DatabaseDownException.class, () -> unread.orders.kill(ANN, "why"));
  }

  @Test
  void aBugIsNoOutage() {
    node.rows.refusing = true;

    RuntimeException thrown = assertThrows(RuntimeException.class, () -> order(ROLLBACK));

    assertFalse(thrown instanceof DatabaseDownException);
    assertEquals(Stage.LIVE, stage());
  }

  /** What sessions were told of one after the other, with revisions that never fall. */
  private void assertNothingRose() {
    List<CutoverStatus> told = node.told();
    for (int i = 1; i < told.size(); i++) {
      CutoverStatus before = told.get(i - 1);
      CutoverStatus after = told.get(i);
      assertTrue(after.revision() >= before.revision(), told::toString);
      assertTrue(
          after.of("positions").stage().compareTo(before.of("positions").stage()) <= 0,
          told::toString);
    }
  }
}
