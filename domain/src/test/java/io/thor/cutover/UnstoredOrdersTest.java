package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class UnstoredOrdersTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final StageMachine MACHINE = new StageMachine(MachineRules.STRICT);
  private static final Command ROLLBACK = new Command.Rollback(Step.SHADOW);

  private final UnstoredOrders orders = new UnstoredOrders();

  UnstoredOrdersTest() {
    read(7, Step.LIVE, 0);
  }

  private void read(long revision, Step step, int included) {
    read(revision, state(step, Overlay.NONE), included);
  }

  private void read(long revision, FeatureState state, int included) {
    orders.read(new CutoverStates(revision, Map.of("positions", state)), included, MACHINE);
  }

  private static FeatureState state(Step step, Overlay overlay) {
    EnvironmentMemory none = new EnvironmentMemory(false, Optional.empty(), false);
    return new FeatureState("positions", step, overlay, Optional.empty(), none, "test", 7, NOON);
  }

  private Outcome order(Command command) {
    Actor actor = new Actor("ann", "console");
    return orders.obey(
        "positions", new Order(command, actor, "why", OptionalLong.of(7)), NOON, MACHINE);
  }

  private FeatureState known() {
    return orders.known().of("positions").orElseThrow();
  }

  @Test
  void lowersAtOnceAndSaysThatItIsNotStored() {
    Outcome.Accepted accepted = assertInstanceOf(Outcome.Accepted.class, order(ROLLBACK));

    assertFalse(accepted.storable());
    assertEquals(Step.SHADOW, known().step());
    assertEquals(8, orders.known().revision());
    assertEquals("console (ann, \"why\"); not stored yet, the database is down", known().why());
    assertTrue(orders.waitsFor("positions"));
    assertFalse(orders.waitsFor("intraday"));
  }

  @Test
  void refusesWhatCanRaise() {
    for (Command command :
        List.of(
            new Command.Advance(Optional.empty()),
            new Command.Approve(),
            new Command.Acknowledge(),
            new Command.Resume())) {
      Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, order(command));
      assertEquals(Refusal.NO_DATABASE, refused.refusal());
    }
    assertEquals(List.of(), orders.waiting());
    assertEquals(7, orders.known().revision());
  }

  @Test
  void lowersWhatIsReadForAsLongAsAnOrderWaits() {
    order(ROLLBACK);

    read(12, Step.COMPLETE, 0);

    assertEquals(Step.SHADOW, known().step());
    assertEquals(13, orders.known().revision());
  }

  @Test
  void raisesNothingThatIsLowerInTheDatabase() {
    order(ROLLBACK);

    read(12, Step.OFF, 0);

    assertEquals(Step.OFF, known().step());
  }

  @Test
  void isTheStoredStateOnceAllIsStored() {
    order(ROLLBACK);
    FeatureState written = known();

    read(8, written, 1);

    assertEquals(written, known());
    assertEquals(8, orders.known().revision());
    assertFalse(orders.waitsFor("positions"));
  }

  @Test
  void keepsWhatCameWhileTheFirstWereStored() {
    order(new Command.Pause());
    FeatureState paused = known();
    order(ROLLBACK);

    read(8, paused, 1);

    assertEquals(Step.SHADOW, known().step());
    assertEquals(9, orders.known().revision());
    assertEquals(
        List.of(ROLLBACK),
        orders.waiting().stream().map(waiting -> waiting.order().command()).toList());
  }

  @Test
  void staysLoweredWhereTheDatabaseComesBackOlder() {
    order(ROLLBACK);

    read(3, Step.LIVE, 1);

    assertEquals(Step.SHADOW, known().step());
    assertEquals(8, orders.known().revision());
  }

  @Test
  void aPauseOfWhatIsHeldByThenMakesItsRevisionAlone() {
    order(new Command.Pause());
    FeatureState held = state(Step.LIVE, new Overlay.Paused(NOON.minusSeconds(1)));

    read(8, held, 0);

    assertEquals(held, known());
    assertEquals(9, orders.known().revision());
  }

  @Test
  void keepsSoManyAndNoMore() {
    for (int i = 0; i < 1000; i++) {
      assertInstanceOf(Outcome.Accepted.class, order(ROLLBACK));
    }
    Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, order(ROLLBACK));

    assertEquals(Refusal.NO_DATABASE, refused.refusal());
    assertEquals(1000, orders.waiting().size());
  }

  @Test
  void decidesNothingBeforeAnythingIsRead() {
    UnstoredOrders unread = new UnstoredOrders();
    Order order = new Order(ROLLBACK, new Actor("ann", "console"), "why", OptionalLong.empty());

    assertThrows(
        NoSuchElementException.class, () -> unread.obey("positions", order, NOON, MACHINE));
  }
}
