package io.thor.tests.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * One frame as it stood on the wire (RFC 6455, section 5.2).
 *
 * @param compressed whether its first reserved bit was set (RFC 7692)
 */
record RawFrame(int opcode, boolean compressed, byte[] payload) {
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  /** What the server has a reason to send; it splits no message into several frames. */
  static final Set<Integer> EXPECTED = Set.of(TEXT, CLOSE, PING, PONG);

  boolean isText() {
    return opcode == TEXT;
  }

  boolean isPing() {
    return opcode == PING;
  }

  boolean isPong() {
    return opcode == PONG;
  }

  boolean isClose() {
    return opcode == CLOSE;
  }

  String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  /** The code of a close frame; 1005 where it has none. */
  int closeCode() {
    return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
  }
}
