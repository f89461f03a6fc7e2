package io.thor.socket;

import jakarta.websocket.CloseReason;

/** Why Thor closes a session, beside the standard codes. */
enum CloseCode implements CloseReason.CloseCode {
  /** It does not take what it is sent. */
  SLOW_CONSUMER(4101),
  /** It does not answer a ping. */
  NO_PONG(4102),
  /** It sends more than it may. */
  FLOOD(4103),
  /** Its credentials have ended, and nobody refreshed them. */
  EXPIRED(4201);

  private final int code;

  CloseCode(int code) {
    this.code = code;
  }

  @Override
  public int getCode() {
    return code;
  }
}
