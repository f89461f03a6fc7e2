package io.thor.intraday;

/** What the engine did with a trade. */
public enum Acceptance {
  /** Counted in a bar that was not final yet. */
  ON_TIME,
  /** Counted in a minute that was final: its bar comes again as a correction. */
  LATE,
  /** Left out: a trade of this minute and sequence was counted already. */
  DUPLICATE,
  /** Left out: older than the correction window, so a duplicate could not be told from a trade. */
  TOO_LATE,

  /** Left out: the policy of the rules does not count such trades. */
  INELIGIBLE
}
