package io.thor.socket;

import io.thor.channel.Frame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A frame as it stands on the wire (RFC 6455, section 5.2: one unfragmented, unmasked text frame),
 * made once for all its readers.
 *
 * <p>Threads: immutable.
 */
final class WireFrame implements WireMessage {

  private static final int FINAL_TEXT = 0x81;
  private static final int SHORT_LIMIT = 125;
  private static final int MEDIUM_LIMIT = 0xFFFF;

  private final Frame frame;
  private final byte[] bytes;
  private final int headerLength;
  private final long madeNanos;

  private WireFrame(Frame frame, byte[] bytes, int headerLength) {
    this.frame = frame;
    this.bytes = bytes;
    this.headerLength = headerLength;
    this.madeNanos = System.nanoTime();
  }

  static WireFrame of(Frame frame) {
    ByteBuffer header = header(frame.length());
    byte[] bytes = new byte[header.remaining() + frame.length()];
    int headerLength = header.remaining();
    header.get(bytes, 0, headerLength);
    frame.utf8().get(bytes, headerLength, frame.length());
    return new WireFrame(frame, bytes, headerLength);
  }

  /** The header of a text frame with a payload of that many bytes. */
  static ByteBuffer header(int payload) {
    ByteBuffer header = ByteBuffer.allocate(10).put((byte) FINAL_TEXT);
    if (payload <= SHORT_LIMIT) {
      header.put((byte) payload);
    } else if (payload <= MEDIUM_LIMIT) {
      header.put((byte) 126).putShort((short) payload);
    } else {
      header.put((byte) 127).putLong(payload);
    }
    return header.flip();
  }

  Frame frame() {
    return frame;
  }

  @Override
  public int length() {
    return bytes.length;
  }

  int payloadLength() {
    return bytes.length - headerLength;
  }

  /** When it reached this module, by the clock of {@link System#nanoTime}. */
  long madeNanos() {
    return madeNanos;
  }

  @Override
  public void putFrame(ByteBuffer target) {
    target.put(bytes);
  }

  void putPayload(ByteBuffer target) {
    target.put(bytes, headerLength, payloadLength());
  }

  @Override
  public String text() {
    return new String(bytes, headerLength, payloadLength(), StandardCharsets.UTF_8);
  }
}
