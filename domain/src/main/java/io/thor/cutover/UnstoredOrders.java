package io.thor.cutover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What this node knows of the stored states, and the orders that were obeyed on top of them while
 * the database was down. Each makes one revision, as it will when it is stored: so revisions never
 * fall, and none of the features rises meanwhile.
 *
 * <p>Threads: not safe.
 */
final class UnstoredOrders {

  private static final int MOST = 1000;

  private final List<UnstoredOrder> orders = new ArrayList<>();
  private CutoverStates known = CutoverStates.NONE;

  /** The states that hold: those last read, lowered by every order that waits. */
  CutoverStates known() {
    return known;
  }

  /** The orders that wait, in sequence. */
  List<UnstoredOrder> waiting() {
    return List.copyOf(orders);
  }

  /** Whether an order of a feature waits. */
  boolean waitsFor(String feature) {
    return orders.stream().anyMatch(waiting -> waiting.feature().equals(feature));
  }

  /**
   * Takes what was read from the database. What is older than what is known changes nothing.
   *
   * @param included how many of the first orders that wait are stored by now
   */
  void read(CutoverStates read, int included, StageMachine machine) {
    orders.subList(0, included).clear();
    CutoverStates next = read;
    for (UnstoredOrder waiting : orders) {
      next = waiting.appliedTo(next, machine);
    }
    if (next.revision() >= known.revision()) {
      known = next;
    }
  }

  /**
   * Decides about an order without the database, and keeps what is obeyed.
   *
   * <p>Errors: {@link java.util.NoSuchElementException} where nothing was read yet.
   */
  Outcome obey(String feature, Order order, Instant now, StageMachine machine) {
    FeatureState state = known.of(feature).orElseThrow();
    Outcome outcome =
        machine.decide(state, order, Circumstances.withoutDatabase(now, known.revision()));
    if (outcome instanceof Outcome.Accepted accepted) {
      if (orders.size() >= MOST) {
        return new Outcome.Refused(
            Refusal.NO_DATABASE,
            MOST + " orders wait for the database; no more can be kept",
            state,
            Optional.empty());
      }
      orders.add(new UnstoredOrder(feature, order, now));
      known = known.then(accepted.state());
    }
    return outcome;
  }
}
