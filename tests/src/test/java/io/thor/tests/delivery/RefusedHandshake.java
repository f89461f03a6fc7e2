package io.thor.tests.delivery;

import java.io.IOException;

/** The server answered a handshake, and not with an upgrade. */
final class RefusedHandshake extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private RefusedHandshake(String answer, int status) {
    super("the handshake was answered with " + answer);
    this.status = status;
  }

  /**
   * Reads a status line such as {@code HTTP/1.1 429 Too Many Requests}, and keeps what came with it
   * for the message.
   *
   * <p>Errors: AssertionError for anything else.
   */
  static RefusedHandshake of(String statusLine, String rest) {
    if (!statusLine.matches("HTTP/1\\.1 \\d{3}( .*)?")) {
      throw new AssertionError("the handshake was answered with " + statusLine);
    }
    return new RefusedHandshake(
        statusLine + "\n" + rest, Integer.parseInt(statusLine.substring(9, 12)));
  }

  int status() {
    return status;
  }
}
