package io.thor.cutover;

import java.util.Optional;

/**
 * Decides about orders. A stage rises by one step past its gate or from {@code OFF} to {@code
 * SHADOW}, never else; lowering always succeeds.
 *
 * <p>Threads: immutable; it stores nothing.
 */
public final class StageMachine {

  private final MachineRules rules;
  private final Raising raising;

  public StageMachine(MachineRules rules) {
    this.rules = rules;
    this.raising = new Raising(rules);
  }

  /** What becomes of an order; the caller stores what is accepted, state and entry together. */
  public Outcome decide(FeatureState state, Order order, Circumstances around) {
    Ruling ruling = new Ruling(state, order, around);
    return objection(ruling).orElseGet(() -> obey(ruling));
  }

  private static Optional<Outcome> objection(Ruling ruling) {
    Order order = ruling.order();
    if (order.reason().isEmpty()) {
      return ruling.objection(Refusal.MISSING_REASON, "reason is missing; say why");
    }
    if (order.command().isSafe()) {
      return Optional.empty();
    }
    if (!ruling.around().databaseUp()) {
      return ruling.objection(
          Refusal.NO_DATABASE, "the database is down; only lowering is possible until it is back");
    }
    return staleness(ruling);
  }

  private static Optional<Outcome> staleness(Ruling ruling) {
    FeatureState state = ruling.state();
    if (ruling.order().ifMatch().isEmpty()) {
      return ruling.objection(
          Refusal.MISSING_REVISION,
          "If-Match is missing; send the revision you have seen, now " + state.revision());
    }
    long seen = ruling.order().ifMatch().getAsLong();
    if (seen >= state.revision() && seen <= ruling.around().revision()) {
      return Optional.empty();
    }
    return ruling.objection(
        Refusal.STALE_REVISION,
        "revision %d is not the present one: since revision %d %s is %s, %s; look again"
            .formatted(
                seen,
                state.revision(),
                state.feature(),
                state.label(ruling.around().now()),
                state.why()));
  }

  private Outcome obey(Ruling ruling) {
    Command command = ruling.order().command();
    if (command instanceof Command.Advance advance) {
      return raising.advance(ruling, advance);
    }
    if (command instanceof Command.Approve) {
      return raising.approve(ruling);
    }
    if (command instanceof Command.Resume) {
      return raising.resume(ruling);
    }
    if (command instanceof Command.Acknowledge) {
      return acknowledge(ruling);
    }
    if (command instanceof Command.Pause pause) {
      return pause(ruling, pause);
    }
    return command instanceof Command.Rollback rollback ? rollback(ruling, rollback) : kill(ruling);
  }

  private Outcome rollback(Ruling ruling, Command.Rollback rollback) {
    Step to = ruling.state().step().loweredTo(rollback.to());
    Overlay latch = Overlay.RolledBack.at(ruling.around().now(), rules.coolOff());
    return ruling.accepted(to, latch, rollback.evidence());
  }

  private static Outcome kill(Ruling ruling) {
    Overlay before = ruling.state().overlay();
    return ruling.accepted(
        Step.OFF, before instanceof Overlay.RolledBack ? before : Overlay.NONE, "");
  }

  private static Outcome pause(Ruling ruling, Command.Pause pause) {
    FeatureState state = ruling.state();
    return state
        .overlay()
        .holdAt(ruling.around().now())
        .map(hold -> ruling.refused(Refusal.NOTHING_TO_DO, hold))
        .orElseGet(
            () ->
                ruling.accepted(
                    state.step(), new Overlay.Paused(ruling.around().now()), pause.evidence()));
  }

  private static Outcome acknowledge(Ruling ruling) {
    FeatureState state = ruling.state();
    if (state.overlay() instanceof Overlay.RolledBack latch && latch.isLatched()) {
      return ruling.accepted(state.step(), latch.acknowledgedAt(ruling.around().now()), "");
    }
    return ruling.refused(
        Refusal.NOTHING_TO_DO, state.feature() + " has no rollback to acknowledge");
  }
}
