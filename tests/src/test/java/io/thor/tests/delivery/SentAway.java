package io.thor.tests.delivery;

import java.io.EOFException;

/** The connection ended behind a close frame: the server has said why. */
final class SentAway extends EOFException {
  private static final long serialVersionUID = 1L;
  private static final int SLOW_CONSUMER = 4101;
  private static final int NO_PONG = 4102;

  private final int code;

  SentAway(int code) {
    super("the server closed the connection with " + code);
    this.code = code;
  }

  /** Whether the client has read too slowly. */
  boolean isForSlowness() {
    return code == SLOW_CONSUMER || code == NO_PONG;
  }
}
