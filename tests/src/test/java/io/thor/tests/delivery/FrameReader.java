package io.thor.tests.delivery;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Cuts a stream of bytes into frames and trusts none of them.
 *
 * <p>Errors: AssertionError for bytes that are no frame of Thor's, EOFException at the end of the
 * stream. Not thread safe.
 */
final class FrameReader {
  private static final int FINAL = 0x80;
  private static final int COMPRESSED = 0x40;
  private static final int RESERVED = 0x30;
  private static final int MASKED = 0x80;
  private static final int LONGEST = 1 << 26;
  private static final int LONGEST_CONTROL = 125;

  private final InputStream in;
  private final int chunkBytes;

  /** Reads at most so many bytes at one time. */
  FrameReader(InputStream in, int chunkBytes) {
    this.in = new BufferedInputStream(in, chunkBytes);
    this.chunkBytes = chunkBytes;
  }

  /** The next frame; waits for it. */
  RawFrame next() throws IOException {
    int first = unsigned(1);
    int opcode = first & 0x0F;
    int second = unsigned(1);
    boolean sound =
        (first & FINAL) != 0
            && (first & RESERVED) == 0
            && (second & MASKED) == 0
            && RawFrame.EXPECTED.contains(opcode);
    int length = length(second);
    if (!sound || length > LONGEST || (opcode > RawFrame.TEXT && length > LONGEST_CONTROL)) {
      throw new AssertionError(
          "a frame begins with the bytes %x %x and has %d".formatted(first, second, length));
    }
    return new RawFrame(opcode, (first & COMPRESSED) != 0, bytes(length));
  }

  /** A line of the answer to the handshake, without its end. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = unsigned(1); next != '\n'; next = unsigned(1)) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  /** What else has come, for a message to people. */
  String rest() throws IOException {
    return new String(in.readNBytes(in.available()), StandardCharsets.ISO_8859_1);
  }

  private int length(int second) throws IOException {
    int length = second & 0x7F;
    if (length < 126) {
      return length;
    }
    int value = length == 126 ? unsigned(2) : Math.toIntExact(ByteBuffer.wrap(bytes(8)).getLong());
    if (value < (length == 126 ? 126 : 1 << 16)) {
      throw new AssertionError(value + " bytes are told in the long form, which is for more");
    }
    return value;
  }

  private int unsigned(int bytes) throws IOException {
    int value = 0;
    for (byte next : bytes(bytes)) {
      value = value << 8 | next & 0xFF;
    }
    return value;
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    for (int read = 0; read < count; ) {
      int more = in.read(bytes, read, Math.min(chunkBytes, count - read));
      if (more < 0) {
        throw new EOFException("the connection ended");
      }
      read += more;
    }
    return bytes;
  }
}
