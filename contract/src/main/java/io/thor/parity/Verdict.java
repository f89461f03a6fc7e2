package io.thor.parity;

/** What a comparison found. */
public enum Verdict {
  EQUAL(Action.NONE),
  /** REST is ahead; the stream has a moment to follow. */
  WAITING(Action.NONE),
  /** The position that REST answered was never seen on the stream, and need not have been. */
  UNDECIDED(Action.NONE),
  /** Other values at the same position. */
  MISMATCH(Action.ROLL_BACK),
  /** Committed and in REST, never on the stream. */
  LOST(Action.ROLL_BACK),
  /** REST mixes several states of the stream. */
  TORN(Action.ROLL_BACK),
  /** One sequence number with other data, or a log's entry twice. */
  DUPLICATE(Action.ROLL_BACK),
  /** A sequence number lower than the last. */
  REORDERED(Action.ROLL_BACK),
  /** REST answers what the stream left behind long ago. */
  STALE_REST(Action.PAUSE),
  /** Everything of a feature is lost at once while the heartbeat goes on. */
  STALLED(Action.ROLL_BACK),
  /** REST fails or is not ready. */
  REST_DOWN(Action.PAUSE);

  private final Action action;

  Verdict(Action action) {
    this.action = action;
  }

  /** What is to be done when it is confirmed on a critical field. */
  public Action action() {
    return action;
  }

  public boolean isFault() {
    return action != Action.NONE;
  }

  /** Whether further polls can say if it lasts; what the stream itself did, it did. */
  public boolean isRepolled() {
    return this == MISMATCH || this == LOST || this == TORN || this == STALE_REST;
  }
}
