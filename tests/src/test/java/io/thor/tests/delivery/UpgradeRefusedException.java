package io.thor.tests.delivery;

import java.io.IOException;

/** A handshake was answered, but not with 101; the message holds what has come of the answer. */
final class UpgradeRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  UpgradeRefusedException(String answer) {
    super("the handshake was answered with " + answer);
  }
}
