package io.thor.cutover;

import java.time.Instant;

/**
 * An order that was obeyed while the database was down.
 *
 * @param at when it was given
 */
record UnstoredOrder(String feature, Order order, Instant at) {

  /** What it makes of the states; where it finds nothing left to do, its revision alone. */
  CutoverStates appliedTo(CutoverStates before, StageMachine machine) {
    FeatureState state = before.of(feature).orElseThrow();
    Outcome outcome =
        machine.decide(state, order, Circumstances.withoutDatabase(at, before.revision()));
    return before.then(outcome instanceof Outcome.Accepted accepted ? accepted.state() : state);
  }
}
