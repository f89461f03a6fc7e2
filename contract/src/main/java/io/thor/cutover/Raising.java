package io.thor.cutover;

import java.util.Optional;

/** The orders that can raise a stage. */
record Raising(MachineRules rules) {

  Outcome advance(Ruling ruling, Command.Advance advance) {
    Step from = ruling.state().step();
    Ladder ladder = ruling.around().ladder();
    Optional<Step> to = advance.to().or(() -> ladder.next(from));
    Optional<Outcome> held = hold(ruling);
    if (held.isPresent()) {
      return held.get();
    }
    if (to.isEmpty() || !ladder.allows(from, to.get())) {
      return ruling.refused(
          Refusal.NOT_ONE_STEP,
          "%s is %s: %s".formatted(ruling.state().feature(), from.label(), ladder.remedy(from)));
    }
    return pastGate(ruling, to.get(), rules.needsSecondPerson(to.get()));
  }

  /** The gate must hold open for the second person too. */
  Outcome approve(Ruling ruling) {
    Optional<PendingAdvance> pending = ruling.state().pending();
    if (pending.isEmpty()) {
      return ruling.refused(
          Refusal.NOTHING_TO_DO, "no advance of " + ruling.state().feature() + " waits");
    }
    PendingAdvance advance = pending.get();
    if (advance.by().name().equals(ruling.order().actor().name())) {
      return ruling.refused(
          Refusal.SAME_PERSON, advance.by().name() + " asked for it; another operator approves");
    }
    return hold(ruling).orElseGet(() -> pastGate(ruling, advance.to(), false));
  }

  Outcome resume(Ruling ruling) {
    FeatureState state = ruling.state();
    if (state.overlay() instanceof Overlay.Paused) {
      return ruling.accepted(state.step(), Overlay.NONE, "");
    }
    if (state.step().stage() == Stage.OFF) {
      return ruling.accepted(Step.SHADOW, state.overlay(), "");
    }
    return ruling.refused(Refusal.NOTHING_TO_DO, state.feature() + " is neither paused nor OFF");
  }

  private static Optional<Outcome> hold(Ruling ruling) {
    Circumstances around = ruling.around();
    return ruling
        .state()
        .overlay()
        .holdAt(around.now())
        .map(words -> ruling.refused(Refusal.HELD, words))
        .or(() -> around.freeze().map(words -> ruling.refused(Refusal.FROZEN, words)));
  }

  private static Outcome pastGate(Ruling ruling, Step to, boolean awaitsSecondPerson) {
    GateReport report = ruling.around().gates().apply(to);
    if (!report.passes()) {
      return ruling.refused(report);
    }
    return awaitsSecondPerson
        ? ruling.awaiting(to, report.words())
        : ruling.accepted(to, Overlay.NONE, report.words());
  }
}
