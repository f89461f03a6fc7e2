package io.thor.cutover;

import java.util.Optional;

/** An order on its way through the machine, and the answers that it can get. */
record Ruling(FeatureState state, Order order, Circumstances around) {

  private static final String NOT_STORED = "; not stored yet, the database is down";

  /** At another step or under another overlay, and audited. */
  Outcome accepted(Step to, Overlay overlay, String evidence) {
    FeatureState after =
        state.moved(to, overlay).explained(why(), around.revision() + 1, around.now());
    return new Outcome.Accepted(after, entry(after, evidence), around.databaseUp());
  }

  /** The same step, with an advance that waits. */
  Outcome awaiting(Step to, String evidence) {
    PendingAdvance advance = new PendingAdvance(to, order.actor(), order.reason(), around.now());
    FeatureState after =
        state.awaiting(advance).explained(state.why(), around.revision() + 1, around.now());
    return new Outcome.Awaiting(after, entry(after, evidence));
  }

  /** For the audit, of an order that finds nothing left to do. */
  AuditEntry noted() {
    return entry(state.explained(state.why(), around.revision() + 1, around.now()), "");
  }

  Outcome refused(Refusal refusal, String words) {
    return new Outcome.Refused(refusal, words, state, Optional.empty());
  }

  Outcome refused(GateReport report) {
    return new Outcome.Refused(Refusal.GATE_HOLDS, report.words(), state, Optional.of(report));
  }

  Optional<Outcome> objection(Refusal refusal, String words) {
    return Optional.of(refused(refusal, words));
  }

  /** The order is not changed by it: its reason is what the audit is to say. */
  private String why() {
    return around.databaseUp() ? order.why() : order.why() + NOT_STORED;
  }

  private AuditEntry entry(FeatureState after, String evidence) {
    return new AuditEntry(
        after.revision(),
        state.feature(),
        order.command().verb(),
        order.actor(),
        order.reason(),
        state.label(around.now()),
        after.label(around.now()),
        evidence,
        around.now());
  }
}
