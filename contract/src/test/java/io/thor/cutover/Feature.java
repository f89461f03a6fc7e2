package io.thor.cutover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One feature with its stored row and audit, driven by tests. */
final class Feature {

  static final Actor ALICE = new Actor("alice", "console");
  static final Actor BOB = new Actor("bob", "console");
  private static final Instant START = Instant.parse("2026-01-05T14:30:00Z");

  final StageMachine machine;
  final List<AuditEntry> audit = new ArrayList<>();
  Instant now = START;
  long revision = 1;
  boolean databaseUp = true;
  boolean gatesPass = true;
  Optional<String> freeze = Optional.empty();
  long accounts = 1000;
  FeatureState state;

  Feature(MachineRules rules, Step step) {
    machine = new StageMachine(rules);
    state =
        new FeatureState(
            "positions",
            step,
            Overlay.NONE,
            Optional.empty(),
            new EnvironmentMemory(false, Optional.empty(), false),
            "test",
            revision,
            now);
  }

  Circumstances circumstances() {
    Step from = state.step();
    GateCheck check = GateCheck.of("test", gatesPass, gatesPass ? "proved" : "not proved");
    return new Circumstances(
        now,
        revision,
        databaseUp,
        new Ladder(accounts),
        freeze,
        to -> new GateReport(from, to, List.of(check)));
  }

  /** Orders with the present revision, and stores what comes of it. */
  Outcome order(Command command, Actor actor) {
    return order(new Order(command, actor, "because", OptionalLong.of(revision)));
  }

  Outcome order(Order order) {
    Outcome outcome = machine.decide(state, order, circumstances());
    store(outcome);
    return outcome;
  }

  void store(Outcome outcome) {
    if (outcome instanceof Outcome.Accepted accepted) {
      store(accepted.state(), accepted.entry());
    } else if (outcome instanceof Outcome.Awaiting awaiting) {
      store(awaiting.state(), awaiting.entry());
    }
  }

  void store(FeatureState newState, AuditEntry entry) {
    state = newState;
    revision = newState.revision();
    audit.add(entry);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
