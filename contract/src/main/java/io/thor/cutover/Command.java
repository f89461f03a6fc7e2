package io.thor.cutover;

import java.util.Locale;
import java.util.Optional;

/** What can be ordered of a feature. */
public sealed interface Command {

  /**
   * One step forward, past its gate.
   *
   * @param to the step; without it, the next one
   */
  record Advance(Optional<Step> to) implements Command {}

  /** The second person's word for an advance that waits. */
  record Approve() implements Command {}

  /**
   * Down, at once; a step that is not lower for everybody becomes {@code SHADOW}.
   *
   * @param evidence what was found, for the audit; empty where a person just decides
   */
  record Rollback(Step to, String evidence) implements Command {
    public Rollback(Step to) {
      this(to, "");
    }
  }

  /** Takes note of a rollback, so that the feature may advance again. */
  record Acknowledge() implements Command {}

  /**
   * Holds the feature where it is.
   *
   * @param evidence what was found, for the audit; empty where a person just decides
   */
  record Pause(String evidence) implements Command {
    public Pause() {
      this("");
    }
  }

  /** Ends a pause; from {@code OFF}, returns to {@code SHADOW}. */
  record Resume() implements Command {}

  /** {@code OFF}, at once. */
  record Kill() implements Command {}

  /** Whether it can only lower or hold: such an order needs neither revision nor database. */
  default boolean isSafe() {
    return this instanceof Rollback || this instanceof Pause || this instanceof Kill;
  }

  /** The name in the audit. */
  default String verb() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
