package io.thor.socket;

/** A session has not taken what waits for it before that was too much. */
class TooSlowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooSlowException() {
    super("too slow for what it subscribed to", null, false, false);
  }
}
