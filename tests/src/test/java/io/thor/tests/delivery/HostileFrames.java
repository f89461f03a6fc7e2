package io.thor.tests.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * What a client sends that means harm, or is broken: messages with changed bytes, frames that lie
 * about themselves (RFC 6455, section 5), and noise. The same seed gives the same frames. Not
 * thread safe.
 */
final class HostileFrames {
  private static final List<String> MESSAGES =
      List.of(
          "{\"type\":\"ping\",\"timestamp\":1}",
          "{\"type\":\"hello\",\"id\":1,\"data\":{\"protocol\":1,\"batch\":true}}",
          "{\"type\":\"subscribe\",\"id\":2,\"data\":{\"topics\":[{\"topic\":\"account_balance:*\"},"
              + "{\"topic\":\"positions:ACC-1001\"},{\"topic\":\"account_balance:acc-1001\"},"
              + "{\"topic\":\"positions:ACC%2D1001\",\"epoch\":\"x\",\"seq\":-1}]}}",
          "{\"type\":\"resync\",\"id\":3,\"data\":{\"topic\":\"positions:ACC-1001\",\"seq\":1e300}}",
          "{\"type\":\"refresh\",\"id\":4,\"data\":{\"ticket\":\"guess\"}}",
          "{\"type\":\"unsubscribe\",\"data\":{\"topics\":[null,7,{}]}}");
  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final int PING = 0x89;
  private static final int KINDS = 9;

  private final Random random;

  HostileFrames(long seed) {
    random = new Random(seed);
  }

  byte[] next() {
    return switch (random.nextInt(KINDS)) {
      case 0 -> frame(TEXT, changed(message()));
      case 1 -> frame(TEXT, message());
      case 2 -> frame(TEXT, nested());
      case 3 -> frame(TEXT, noise(random.nextInt(200)));
      case 4 -> frame(random.nextInt(256), noise(random.nextInt(130)));
      case 5 -> unmasked(message());
      case 6 -> lying();
      case 7 -> frame(random.nextBoolean() ? CLOSE : PING, noise(random.nextInt(300)));
      default -> noise(1 + random.nextInt(300));
    };
  }

  private byte[] message() {
    return MESSAGES.get(random.nextInt(MESSAGES.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] changed(byte[] message) {
    for (int change = random.nextInt(5); change >= 0; change--) {
      message[random.nextInt(message.length)] = (byte) random.nextInt(256);
    }
    return message;
  }

  private byte[] nested() {
    int depth = 1 + random.nextInt(8000);
    return (random.nextBoolean() ? "[".repeat(depth) : "{\"type\":".repeat(depth))
        .substring(0, depth)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] noise(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] frame(int first, byte[] payload) {
    byte[] key = noise(4);
    ByteBuffer frame = ByteBuffer.allocate(8 + payload.length).put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    }
    frame.put(key);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ key[i & 3]));
    }
    return written(frame);
  }

  private static byte[] unmasked(byte[] payload) {
    return written(
        ByteBuffer.allocate(4 + payload.length)
            .put((byte) TEXT)
            .put((byte) 126)
            .putShort((short) payload.length)
            .put(payload));
  }

  /** Tells a length of up to an exabyte, or below zero, that does not follow. */
  private byte[] lying() {
    return written(
        ByteBuffer.allocate(14)
            .put((byte) TEXT)
            .put((byte) (0x80 | 127))
            .putLong(random.nextLong() >> random.nextInt(60))
            .putInt(0));
  }

  private static byte[] written(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.flip().remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
