package io.thor.jobs.parity;

import io.thor.parity.Action;
import io.thor.parity.ParityOrders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Lets follow what findings demand. Nothing is rolled back onto a path that is not healthy itself:
 * a rollback waits until REST has been asked. Not thread safe.
 */
final class Consequences {

  private final ParityOrders orders;
  private final List<FeatureJudge.Demand> plain = new ArrayList<>();
  private final Map<String, FeatureJudge.Demand> rollbacks = new LinkedHashMap<>();

  Consequences(ParityOrders orders) {
    this.orders = orders;
  }

  void demand(FeatureJudge.Demand demand) {
    if (demand.action() == Action.ROLL_BACK) {
      rollbacks.putIfAbsent(demand.feature(), demand);
    } else {
      plain.add(demand);
    }
  }

  /**
   * Drops the rollbacks of features that are rolled back already: one that waits for a word about
   * REST until somebody has acknowledged would roll back once more, for what was seen before.
   */
  void dropRollbacks(Predicate<String> latched) {
    rollbacks.keySet().removeIf(latched);
  }

  boolean isEmpty() {
    return plain.isEmpty() && rollbacks.isEmpty();
  }

  /** Whether a rollback waits for a word about REST. */
  boolean isHealthWanted() {
    return !rollbacks.isEmpty();
  }

  /** Does what needs no word about REST. */
  void follow() {
    List<FeatureJudge.Demand> demands = List.copyOf(plain);
    plain.clear();
    for (FeatureJudge.Demand demand : demands) {
      if (demand.action() == Action.PAUSE) {
        orders.pause(demand.feature(), demand.reason(), demand.evidence());
      } else {
        orders.tell("fault", demand.feature(), demand.reason());
      }
    }
  }

  /**
   * REST was asked: what waited follows.
   *
   * @param healthy whether a feature's own routes answer, and not with what is long gone
   * @return the features that it concerned
   */
  List<String> restIs(boolean ready, Predicate<String> healthy) {
    List<FeatureJudge.Demand> demands = List.copyOf(rollbacks.values());
    for (FeatureJudge.Demand demand : demands) {
      if (ready && healthy.test(demand.feature())) {
        orders.rollBack(demand.feature(), demand.cause(), demand.reason(), demand.evidence());
      } else {
        String reason = demand.reason() + "; but REST is not healthy either";
        orders.pause(demand.feature(), reason, demand.evidence());
      }
      rollbacks.remove(demand.feature());
    }
    return demands.stream().map(FeatureJudge.Demand::feature).toList();
  }
}
