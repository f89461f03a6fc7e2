package io.thor.tests.delivery;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Undoes {@code permessage-deflate} (RFC 7692) where a server has agreed to it. */
final class Deflated implements AutoCloseable {
  private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

  private final Inflater inflater = new Inflater(true);

  /** The frame as it was before; one that is not compressed stays as it is. */
  RawFrame inflate(RawFrame frame) {
    if (!frame.compressed()) {
      return frame;
    }
    byte[] input = new byte[frame.payload().length + TAIL.length];
    System.arraycopy(frame.payload(), 0, input, 0, frame.payload().length);
    System.arraycopy(TAIL, 0, input, frame.payload().length, TAIL.length);
    inflater.setInput(input);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try {
      for (int count = inflater.inflate(part); count > 0; count = inflater.inflate(part)) {
        out.write(part, 0, count);
      }
    } catch (DataFormatException e) {
      throw new AssertionError("a compressed frame is none", e);
    }
    return new RawFrame(frame.opcode(), false, out.toByteArray());
  }

  @Override
  public void close() {
    inflater.end();
  }
}
