package io.thor.cutover;

import io.thor.message.MessageTypes;
import io.thor.storage.Database;
import io.thor.storage.DatabaseDownException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Obeys orders: decides, stores state and audit in one transaction, and lets this node know at
 * once. Other nodes read the change within a second. While the database is down, what can only
 * lower or hold is obeyed on this node alone, and stored when the database is back.
 *
 * <p>Threads: any. Errors: {@link java.util.NoSuchElementException} for an unknown feature.
 */
@ApplicationScoped
public class CutoverOrders {

  @Inject Database database;
  @Inject CutoverRows rows;
  @Inject AuditRows audit;
  @Inject StoredOrders stored;
  @Inject Cutover cutover;
  @Inject Aftermath aftermath;

  /** Gives an order for one feature. */
  public Outcome give(String feature, Order order) {
    return give(List.of(feature), order).get(0);
  }

  /** Sets every feature to {@code OFF}, all or none. */
  public List<Outcome> kill(Actor actor, String reason) {
    Order order = new Order(new Command.Kill(), actor, reason, OptionalLong.empty());
    return give(MessageTypes.features(), order);
  }

  private List<Outcome> give(List<String> features, Order order) {
    features.forEach(cutover.current()::of);
    List<Outcome> outcomes = obey(features, order);
    outcomes.forEach(this::tell);
    return outcomes;
  }

  private List<Outcome> obey(List<String> features, Order order) {
    try {
      return cutover.change(
          () -> features.stream().map(feature -> stored.obey(feature, order)).toList());
    } catch (DatabaseDownException e) {
      if (cutover.state(features.get(0)).isEmpty()) {
        throw e;
      }
      return cutover.obeyInMemory(features, order);
    }
  }

  private void tell(Outcome outcome) {
    if (outcome instanceof Outcome.Accepted accepted) {
      aftermath.of(accepted.entry());
    }
  }

  /**
   * The stored state of a feature, before caps. Where the database is down, or lacks what was
   * ordered meanwhile, the one that this node knows.
   */
  public FeatureState state(String feature) {
    cutover.current().of(feature);
    Optional<FeatureState> known = cutover.state(feature);
    if (known.isPresent() && !cutover.isStored(feature)) {
      return known.get();
    }
    try {
      return database.inNewTransaction(() -> rows.find(feature).orElseThrow());
    } catch (DatabaseDownException e) {
      return known.orElseThrow(() -> e);
    }
  }

  /** Whether the database has all that was ordered of a feature on this node. */
  public boolean isStored(String feature) {
    return cutover.isStored(feature);
  }

  /**
   * What the next step must prove; empty at the last one. Where accounts must be named, the report
   * is that of any canary: the gate is the same.
   */
  public Optional<GateReport> gates(String feature) {
    cutover.current().of(feature);
    return database.inNewTransaction(() -> stored.gates(feature));
  }

  /** The audit behind a revision, at most so many entries, and whether their chain holds. */
  public Audit audit(long after, int limit) {
    return database.inNewTransaction(() -> audit.page(after, limit));
  }
}
