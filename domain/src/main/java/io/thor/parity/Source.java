package io.thor.parity;

/** Who compared. */
public enum Source {
  /** This installation's own client. */
  PROBE,
  /** A user's page, which is never believed alone. */
  BROWSER
}
