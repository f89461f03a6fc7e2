package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.config.Profile;
import io.thor.message.MessageTypes;
import io.thor.storage.MemoryDatabase;
import io.thor.time.FakeClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Two nodes over one database. Each reads it when it orders, when it starts, and when it is told
 * to.
 */
final class Cluster {

  /** The step of a node that does not crash. */
  static final int NEVER = 0;

  /** Which revision an actor sends. */
  enum Seen {
    PRESENT,
    ON_THE_NODE,
    OLD,
    NONE
  }

  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final MemoryDatabase database;
  private final Profile profile;
  private final FakeClock clock = new FakeClock("2026-01-05T14:30:00Z");
  private final GivenEvidence evidence = new GivenEvidence();
  private final Node[] nodes;
  private final Ledger ledger;

  /** Starts both nodes over an empty database. */
  Cluster(MemoryDatabase database, Profile profile, Environment environment) {
    StoredCutover.clear(database);
    this.database = database;
    this.profile = profile;
    ledger = new Ledger(database);
    nodes = new Node[] {node(environment), node(environment)};
    start(0, environment, NEVER);
    start(1, environment, NEVER);
  }

  Ledger ledger() {
    return ledger;
  }

  private Node node(Environment environment) {
    return new Node(database, clock, evidence, profile, environment);
  }

  /** A node starts; one that crashes meanwhile is started again. */
  void start(int at, Environment environment, int crashAtStep) {
    nodes[at] = node(environment);
    Cause cause = new Cause.Start(environment, profile, clock.instant());
    boolean started = unlessCrashed(crashAtStep, () -> nodes[at].start()).isPresent();
    ledger.follow(cause);
    if (started) {
      checkNodes(at);
    } else {
      start(at, environment, NEVER);
    }
  }

  void order(int at, String feature, Command command, Actor actor, Seen seen, int crashAtStep) {
    FeatureState before = ledger.present().state(feature);
    OptionalLong revision = revision(seen, at, before);
    Order order = new Order(command, actor, "because", revision);
    Cause cause = cause(order, Set.of(feature));
    Optional<Outcome> outcome =
        unlessCrashed(crashAtStep, () -> nodes[at].orders.give(feature, order));
    ledger.follow(cause);
    boolean mustBeRefused =
        !command.isSafe() && (revision.isEmpty() || revision.getAsLong() < before.revision());
    if (mustBeRefused) {
      assertEquals(before, ledger.present().state(feature), "no stale order is obeyed");
    }
    outcome.ifPresent(known -> checkAnswer(at, feature, before, known));
    if (command instanceof Command.Rollback || command instanceof Command.Kill) {
      outcome.ifPresent(known -> assertInstanceOf(Outcome.Accepted.class, known));
    }
  }

  private OptionalLong revision(Seen seen, int at, FeatureState state) {
    return switch (seen) {
      case PRESENT -> OptionalLong.of(ledger.present().revision());
      case ON_THE_NODE -> OptionalLong.of(nodes[at].cutover.current().revision());
      case OLD -> OptionalLong.of(state.revision() - 1);
      case NONE -> OptionalLong.empty();
    };
  }

  /** The answer is what is stored, and what is in force on the node. */
  private void checkAnswer(int at, String feature, FeatureState before, Outcome outcome) {
    FeatureState answered = before;
    if (outcome instanceof Outcome.Accepted accepted) {
      answered = accepted.state();
    } else if (outcome instanceof Outcome.Awaiting awaiting) {
      answered = awaiting.state();
    }
    assertEquals(answered, ledger.present().state(feature));
    checkNodes(at);
  }

  /** Succeeds whatever was before, and without a revision; then neither node is above it. */
  void rollBack(int at, String feature, Step to) {
    Step before = ledger.present().step(feature);
    Order order =
        new Order(
            new Command.Rollback(to),
            new Actor("parity", "parity"),
            "mismatch",
            OptionalLong.empty());
    Outcome outcome = nodes[at].orders.give(feature, order);
    ledger.follow(cause(order, Set.of(feature)));

    assertInstanceOf(Outcome.Accepted.class, outcome);
    Step after = ledger.present().step(feature);
    assertTrue(before.covers(after));
    assertTrue(to.covers(after) || Step.SHADOW.covers(after));
    refresh(1 - at);
    assertInForce(feature, after.stage());
  }

  /** Succeeds whatever was before; then everything is off on both nodes. */
  void kill(int at, int crashAtStep) {
    Order order =
        new Order(new Command.Kill(), new Actor("bob", "thorctl"), "enough", OptionalLong.empty());
    Optional<List<Outcome>> outcomes =
        unlessCrashed(crashAtStep, () -> nodes[at].orders.kill(order.actor(), order.reason()));
    ledger.follow(cause(order, Set.copyOf(MessageTypes.features())));
    if (outcomes.isPresent()) {
      outcomes.get().forEach(outcome -> assertInstanceOf(Outcome.Accepted.class, outcome));
      refresh(1 - at);
      MessageTypes.features().forEach(feature -> assertInForce(feature, Stage.OFF));
    }
  }

  void refresh(int at) {
    nodes[at].cutover.refresh();
    ledger.follow(new Cause.Nothing());
    checkNodes(at);
  }

  void gates(boolean open) {
    evidence.suffices(open);
  }

  void pass(int minutes) {
    clock.turn(Duration.ofMinutes(minutes));
  }

  /** The audit, which is whole on both nodes. */
  List<AuditChain.Link> audit() {
    ledger.verifiedAudit(nodes[1].orders);
    return ledger.verifiedAudit(nodes[0].orders);
  }

  /** Where the audit is broken, as a node sees it. */
  Optional<AuditChain.Break> broken() {
    return nodes[0].orders.audit(0, 1000).broken();
  }

  /** The same environments, and what stands in memory is gone. */
  void restart() {
    start(0, nodes[0].environment, NEVER);
    start(1, nodes[1].environment, NEVER);
  }

  private Cause cause(Order order, Set<String> features) {
    return new Cause.Given(order, features, profile, evidence.suffices(), clock.instant());
  }

  private <T> Optional<T> unlessCrashed(int step, Supplier<T> work) {
    try {
      return Optional.of(database.interrupted(step, Cluster::crash, work));
    } catch (Crash e) {
      return Optional.empty();
    }
  }

  private static void crash() {
    throw new Crash();
  }

  private void assertInForce(String feature, Stage highest) {
    for (Node node : nodes) {
      Stage stage = node.cutover.current().of(feature).stage();
      assertTrue(stage.compareTo(highest) <= 0, () -> feature + " is " + stage);
    }
  }

  /** One node has just read; both show nothing but what is or was stored. */
  private void checkNodes(int hasJustRead) {
    assertEquals(ledger.present().revision(), nodes[hasJustRead].cutover.current().revision());
    Stream.of(nodes).filter(Node::hasRead).forEach(ledger::compare);
  }
}
