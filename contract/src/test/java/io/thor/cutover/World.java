package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One feature on two nodes over one row. Whatever happens to it, it asserts that the stored stage
 * rises by nothing but a step past its gate, a resume out of {@code OFF} or a flag that may promote
 * and turned true; and that what the nodes render is never above what is stored.
 */
final class World {

  private static final List<Actor> PEOPLE = List.of(Feature.ALICE, Feature.BOB);
  private static final Actor PARITY = new Actor("parity", "parity");

  private final Feature row;
  private final List<Order> backlog = new ArrayList<>();
  private FeatureState known;
  private FeatureState oldRead;
  private Caps secondNode = new Caps("X", Optional.empty(), false);
  private boolean flag;
  private Stage highest = Stage.SHADOW;

  World(boolean secondPerson) {
    row = new Feature(new MachineRules(Duration.ofMinutes(15), secondPerson), Step.SHADOW);
    known = row.state;
    oldRead = row.state;
  }

  /** Somebody orders something, having seen the present revision, an older one, or none. */
  void order(Command command, int person, long revisionsAgo) {
    OptionalLong seen =
        revisionsAgo < 0 ? OptionalLong.empty() : OptionalLong.of(row.revision - revisionsAgo);
    order(new Order(command, PEOPLE.get(person), "because", seen));
  }

  private void order(Order order) {
    if (row.databaseUp) {
      obey(order);
      return;
    }
    Outcome outcome = row.machine.decide(known, order, row.circumstances());
    if (outcome instanceof Outcome.Accepted accepted) {
      assertTrue(order.command().isSafe(), "only lowering is possible without the database");
      assertTrue(known.step().covers(accepted.state().step()));
      known = accepted.state();
      backlog.add(order);
    }
  }

  private Outcome obey(Order order) {
    Step before = row.state.step();
    boolean held = row.state.overlay().holdAt(row.now).isPresent() || row.freeze.isPresent();
    Outcome outcome = row.order(order);
    boolean raised = !before.covers(row.state.step());
    boolean resumed = order.command() instanceof Command.Resume && before.equals(Step.OFF);
    boolean advanced =
        (order.command() instanceof Command.Advance || order.command() instanceof Command.Approve)
            && row.gatesPass
            && !held
            && new Ladder(row.accounts).allows(before, row.state.step());
    assertTrue(!raised || resumed || advanced, () -> order + " raised " + before);
    known = row.state;
    check();
    return outcome;
  }

  /** It succeeds whatever the state, whoever asks, with any revision, with or without database. */
  void rollBack(Step to) {
    Order order = new Order(new Command.Rollback(to), PARITY, "mismatch", OptionalLong.of(0));
    Step before = known.step();
    Outcome outcome = row.machine.decide(known, order, row.circumstances());

    Outcome.Accepted accepted = assertInstanceOf(Outcome.Accepted.class, outcome);
    assertTrue(before.covers(accepted.state().step()));
    assertTrue(to.covers(accepted.state().step()) || accepted.state().step().equals(Step.SHADOW));
    order(order);
    assertEquals(accepted.state().step(), known.step());
  }

  /** A node reads the row now, and orders by what it read some events later. */
  void readForLater() {
    oldRead = row.state;
  }

  /** The row's version tells that the read is old; then nothing is stored. */
  void orderByOldRead(Command command) {
    Order order = new Order(command, Feature.BOB, "because", OptionalLong.of(oldRead.revision()));
    if (row.databaseUp && oldRead.revision() == row.state.revision()) {
      obey(order);
    } else if (row.databaseUp && command.isSafe()) {
      obey(order);
    } else if (row.databaseUp && oldRead.revision() < row.state.revision()) {
      assertInstanceOf(Outcome.Refused.class, obey(order), "a stale order was obeyed");
    }
  }

  /** The server dies between its decision and the commit, and starts again. */
  void crashBeforeCommit(Command command) {
    row.machine.decide(
        row.state,
        new Order(command, Feature.ALICE, "because", OptionalLong.of(row.revision)),
        row.circumstances());
    restart(flag, true, false, Optional.empty());
  }

  /** A start with an environment. */
  void restart(boolean newFlag, boolean mayPromote, boolean killed, Optional<Stage> maximum) {
    if (!row.databaseUp) {
      return;
    }
    Step before = row.state.step();
    boolean held = row.state.overlay().holdAt(row.now).isPresent();
    EnvironmentMerge merge =
        EnvironmentMerge.of(
            row.state.feature(),
            Optional.of(row.state),
            new EnvironmentFlag("WS_FEATURE_POSITIONS", newFlag, mayPromote),
            new Caps("WS_FEATURE_POSITIONS_MAX_STAGE", maximum, killed),
            row.revision,
            row.now);
    boolean ordered = newFlag && !flag && mayPromote && !held;
    assertTrue(before.covers(merge.state().step()) || ordered, "a start raised " + before);
    assertTrue(before.equals(merge.state().step()) || merge.entry().isPresent(), "not audited");
    merge
        .entry()
        .ifPresentOrElse(entry -> row.store(merge.state(), entry), () -> row.state = merge.state());
    flag = newFlag;
    known = row.state;
    check();
  }

  void setUpSecondNode(boolean killed, Optional<Stage> maximum) {
    secondNode = new Caps("X", maximum, killed);
    check();
  }

  /** What was lowered while the database was away is written when it is back. */
  void database(boolean up) {
    boolean back = up && !row.databaseUp;
    row.databaseUp = up;
    if (back) {
      Step lowered = known.step();
      backlog.forEach(this::obey);
      backlog.clear();
      assertTrue(lowered.covers(row.state.step()), "the way back undid a lowering");
    }
  }

  void gates(boolean pass, boolean frozen) {
    row.gatesPass = pass;
    row.freeze = frozen ? Optional.of("frozen") : Optional.empty();
  }

  void pass(int minutes) {
    row.pass(Duration.ofMinutes(minutes));
  }

  /** The highest stage that was ever stored. */
  Stage highest() {
    return highest;
  }

  private void check() {
    Stage stored = row.state.step().stage();
    highest = stored.compareTo(highest) > 0 ? stored : highest;
    FeatureStage first = firstNode().applyTo(known.uncapped());
    FeatureStage second = secondNode.applyTo(known.uncapped());
    Agreement agreement = Agreement.of(Map.of("n1", first, "n2", second));

    assertTrue(first.stage().compareTo(agreement.lowest().stage()) >= 0);
    assertTrue(second.stage().compareTo(agreement.lowest().stage()) >= 0);
    assertTrue(row.state.step().stage().compareTo(agreement.lowest().stage()) >= 0);
    assertEquals(first.stage() != second.stage(), agreement.alarm().isPresent());
    assertEquals(row.audit.size() + 1L, row.revision, "a change without its audit entry");
  }

  private Caps firstNode() {
    EnvironmentMemory environment = known.environment();
    return new Caps("X", environment.maximum(), environment.killed());
  }
}
