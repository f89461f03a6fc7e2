package io.thor.cutover;

/** Why an order changes nothing. */
public enum Refusal {
  MISSING_REASON,
  MISSING_REVISION,
  STALE_REVISION,
  /** Paused, or latched after a rollback. */
  HELD,
  NOT_ONE_STEP,
  FROZEN,
  GATE_HOLDS,
  /** Who asked for an advance cannot approve it. */
  SAME_PERSON,
  /** There is nothing to approve, acknowledge, pause or resume. */
  NOTHING_TO_DO,
  /** While the database is down, only lowering is possible. */
  NO_DATABASE
}
