package io.thor.cli;

import jakarta.json.JsonObject;

/**
 * How far the sessions of the server's node follow the present revision.
 *
 * @param full sessions that acknowledge revisions
 * @param applied of them, those that have acknowledged the present one
 */
record AppliedTotals(int sessions, int full, int applied) {

  static final AppliedTotals NONE = new AppliedTotals(0, 0, 0);

  /** Reads {@code totals} of an answer; what is missing counts as none. */
  static AppliedTotals of(JsonObject answer) {
    return answer.get("totals") instanceof JsonObject totals
        ? new AppliedTotals(
            totals.getInt("sessions", 0), totals.getInt("full", 0), totals.getInt("applied", 0))
        : NONE;
  }

  /** {@code 41/42 applied, 60 sessions}. */
  String words() {
    return "%d/%d applied, %d sessions".formatted(applied, full, sessions);
  }
}
