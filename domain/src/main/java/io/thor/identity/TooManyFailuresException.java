package io.thor.identity;

import java.time.Duration;

/** A name or an address has to wait before it may try a password again. */
public class TooManyFailuresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long waitSeconds;

  TooManyFailuresException(Duration wait) {
    super("too many sign-ins failed; wait " + seconds(wait) + " s");
    this.waitSeconds = seconds(wait);
  }

  /** Whole seconds, at least one. */
  public long waitSeconds() {
    return waitSeconds;
  }

  private static long seconds(Duration wait) {
    return wait.plusMillis(999).toSeconds();
  }
}
