package io.thor.socket;

import jakarta.websocket.CloseReason;

/** Why Thor closes a session, beside the standard codes. */
enum CloseCode implements CloseReason.CloseCode {
  /** Its mailbox is full. */
  SLOW_CONSUMER(4101);

  private final int code;

  CloseCode(int code) {
    this.code = code;
  }

  @Override
  public int getCode() {
    return code;
  }
}
