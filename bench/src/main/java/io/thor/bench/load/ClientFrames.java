package io.thor.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Frames of a client (RFC 6455, section 5). Their masking key is zero, which is allowed and leaves
 * the payload as it is.
 */
final class ClientFrames {

  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int TEXT = 1;
  private static final int PONG = 10;
  private static final int SHORT_LIMIT = 125;

  private ClientFrames() {}

  static ByteBuffer text(String text) {
    return frame(TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  static ByteBuffer pong(ByteBuffer payload) {
    return frame(PONG, payload);
  }

  private static ByteBuffer frame(int opcode, ByteBuffer payload) {
    int length = payload.remaining();
    ByteBuffer frame = ByteBuffer.allocate(8 + length).put((byte) (FINAL | opcode));
    if (length <= SHORT_LIMIT) {
      frame.put((byte) (MASKED | length));
    } else {
      frame.put((byte) (MASKED | 126)).putShort((short) length);
    }
    return frame.putInt(0).put(payload).flip();
  }
}
