package io.thor.cutover;

import java.util.Optional;

/** What became of an order. */
public sealed interface Outcome {

  /**
   * It is done: the state and its audit entry are to be stored together.
   *
   * @param storable false while the database is down; it holds in memory alone until then
   */
  record Accepted(FeatureState state, AuditEntry entry, boolean storable) implements Outcome {}

  /** It waits for its second person; this too is to be stored. */
  record Awaiting(FeatureState state, AuditEntry entry) implements Outcome {}

  /**
   * Nothing changes.
   *
   * @param words what is in the way and how to remove it
   * @param gates where a gate holds
   */
  record Refused(Refusal refusal, String words, FeatureState current, Optional<GateReport> gates)
      implements Outcome {}
}
