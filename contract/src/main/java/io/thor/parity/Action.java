package io.thor.parity;

/** What follows from a confirmed verdict on a critical field. */
public enum Action {
  NONE,
  ROLL_BACK,
  /** Hold and alert: there is nothing healthy to go back to. */
  PAUSE
}
