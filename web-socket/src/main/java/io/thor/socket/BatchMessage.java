package io.thor.socket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code batch} message: several envelopes in one text frame. Those of one time are split into
 * messages that every client's default limit lets through; a reader that is slow has something of
 * them early, too, and is not taken for one that is stuck.
 */
final class BatchMessage implements WireMessage {

  /** Bytes of one message, 64 KiB; an envelope that is longer travels alone and unwrapped. */
  static final int MOST_BYTES = 64 * 1024;

  private static final byte[] OPENING =
      "{\"type\":\"batch\",\"data\":[".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CLOSING = "]}".getBytes(StandardCharsets.UTF_8);
  private static final int WRAPPING = OPENING.length + CLOSING.length;

  private final List<WireFrame> frames;
  private final int payloadLength;

  private BatchMessage(List<WireFrame> frames, int payloadLength) {
    this.frames = frames;
    this.payloadLength = payloadLength;
  }

  /** The frames in their order, wrapped into as few messages as the limit allows. */
  static List<WireMessage> wrap(List<WireFrame> frames) {
    List<WireMessage> messages = new ArrayList<>();
    int from = 0;
    while (from < frames.size()) {
      int length = WRAPPING + frames.get(from).payloadLength();
      int to = from + 1;
      while (to < frames.size() && length + 1 + frames.get(to).payloadLength() <= MOST_BYTES) {
        length += 1 + frames.get(to).payloadLength();
        to++;
      }
      messages.add(
          to - from == 1 ? frames.get(from) : new BatchMessage(frames.subList(from, to), length));
      from = to;
    }
    return messages;
  }

  @Override
  public int length() {
    return WireFrame.header(payloadLength).remaining() + payloadLength;
  }

  @Override
  public void putFrame(ByteBuffer target) {
    putPayload(target.put(WireFrame.header(payloadLength)));
  }

  @Override
  public String text() {
    ByteBuffer payload = ByteBuffer.allocate(payloadLength);
    putPayload(payload);
    return new String(payload.array(), StandardCharsets.UTF_8);
  }

  private void putPayload(ByteBuffer target) {
    target.put(OPENING);
    for (int i = 0; i < frames.size(); i++) {
      if (i > 0) {
        target.put((byte) ',');
      }
      frames.get(i).putPayload(target);
    }
    target.put(CLOSING);
  }
}
