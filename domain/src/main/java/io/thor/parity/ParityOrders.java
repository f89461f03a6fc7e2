package io.thor.parity;

import io.thor.cutover.Actor;
import io.thor.cutover.Command;
import io.thor.cutover.Cutover;
import io.thor.cutover.CutoverOrders;
import io.thor.cutover.OperatorAlert;
import io.thor.cutover.Order;
import io.thor.cutover.Outcome;
import io.thor.cutover.Stage;
import io.thor.cutover.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.OptionalLong;

/**
 * Gives the orders that follow from confirmed faults, and tells operators. A feature that is
 * latched already, and not acknowledged, or that is {@code OFF}, is left alone.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class ParityOrders {

  private static final System.Logger LOG = System.getLogger(ParityOrders.class.getName());
  private static final Actor PARITY = new Actor("parity", "parity");
  private static final int LONGEST_EVIDENCE = 4000;

  @Inject Cutover cutover;
  @Inject CutoverOrders orders;
  @Inject ParityCounters counters;
  @Inject Event<OperatorAlert> alerts;
  @Inject Clock clock;

  /**
   * Rolls a feature back.
   *
   * @param cause stable and lower case, such as {@code mismatch}
   * @param reason in words, without account numbers
   * @param evidence for the audit
   * @return whether there was anything to roll back
   */
  public boolean rollBack(String feature, String cause, String reason, String evidence) {
    if (isOutOfReach(feature)) {
      return false;
    }
    give(feature, new Command.Rollback(Step.SHADOW, cut(evidence)), reason);
    counters.rolledBack(cause);
    tell("rollback", feature, reason);
    return true;
  }

  /**
   * Holds a feature where it is.
   *
   * @return whether it was not held before
   */
  public boolean pause(String feature, String reason, String evidence) {
    if (isOutOfReach(feature)) {
      return false;
    }
    Outcome outcome = give(feature, new Command.Pause(cut(evidence)), reason);
    boolean held = outcome instanceof Outcome.Accepted;
    if (held) {
      tell("pause", feature, reason);
    }
    return held;
  }

  /** Tells operators of what orders nothing. */
  public void tell(String kind, String feature, String message) {
    LOG.log(Level.WARNING, "{0} of {1}: {2}", kind, feature, message);
    alerts.fire(new OperatorAlert(kind, feature, message, clock.instant()));
  }

  private Outcome give(String feature, Command command, String reason) {
    return orders.give(feature, new Order(command, PARITY, reason, OptionalLong.empty()));
  }

  private boolean isOutOfReach(String feature) {
    return orders.state(feature).overlay().isLatched()
        || cutover.current().of(feature).stage() == Stage.OFF;
  }

  private static String cut(String evidence) {
    return evidence.length() <= LONGEST_EVIDENCE
        ? evidence
        : evidence.substring(0, LONGEST_EVIDENCE);
  }
}
