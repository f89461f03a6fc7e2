package io.thor.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** One session, from its handshake on. Not thread safe. */
final class Connection {

  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int FINAL = 0x80;
  private static final int NO_CODE = 1005;
  private static final byte[] NOTHING = new byte[0];

  private final SocketChannel channel;
  private final Shared shared;
  private final long[] lastSeq;
  private byte[] rest = NOTHING;
  private boolean upgraded;
  private boolean reached;
  private int closeCode = 1006;
  private long nowNs;

  /**
   * What the connections of one thread have in common.
   *
   * @param buffer at least as large as the largest frame, on the heap
   */
  record Shared(ByteBuffer buffer, MessageScanner scanner, Tally tally, int symbols) {}

  Connection(SocketChannel channel, Shared shared) {
    this.channel = channel;
    this.shared = shared;
    this.lastSeq = new long[shared.symbols()];
  }

  boolean isUpgraded() {
    return upgraded;
  }

  boolean isReached() {
    return reached;
  }

  void reset() {
    reached = false;
  }

  int closeCode() {
    return closeCode;
  }

  void close() throws IOException {
    channel.close();
  }

  /** Writes something small, which the kernel takes at once while the connection is healthy. */
  void write(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
    if (bytes.hasRemaining()) {
      throw new IOException("the server does not read");
    }
  }

  /**
   * Reads what is there.
   *
   * <p>Errors: {@link IOException} at the end of the connection, {@link EOFException} at its proper
   * one.
   */
  void read() throws IOException {
    ByteBuffer buffer = shared.buffer().clear().put(rest);
    rest = NOTHING;
    if (channel.read(buffer) < 0) {
      throw new EOFException("the connection has ended");
    }
    buffer.flip();
    if (upgraded || upgrade(buffer)) {
      nowNs = wallClockNs();
      frames(buffer);
    }
    if (buffer.hasRemaining()) {
      rest = new byte[buffer.remaining()];
      buffer.get(rest);
    }
  }

  private boolean upgrade(ByteBuffer buffer) throws IOException {
    String answer =
        new String(
            buffer.array(), buffer.position(), buffer.remaining(), StandardCharsets.ISO_8859_1);
    int end = answer.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    if (!answer.startsWith("HTTP/1.1 101 ")) {
      throw new IOException("the handshake was refused: " + answer.lines().findFirst().orElse(""));
    }
    buffer.position(buffer.position() + end + 4);
    upgraded = true;
    return true;
  }

  private void frames(ByteBuffer buffer) throws IOException {
    while (buffer.remaining() >= 2) {
      int start = buffer.position();
      int first = buffer.get(start) & 0xFF;
      int length = buffer.get(start + 1) & 0x7F;
      int header = length < 126 ? 2 : length == 126 ? 4 : 10;
      if (buffer.remaining() < header) {
        return;
      }
      if (length == 126) {
        length = buffer.getShort(start + 2) & 0xFFFF;
      } else if (length == 127) {
        length = Math.toIntExact(buffer.getLong(start + 2));
      }
      if (header + length > buffer.capacity()) {
        throw new IOException("a frame of " + length + " bytes is longer than expected");
      }
      if (buffer.remaining() < header + length) {
        return;
      }
      frame(first, buffer, start + header, length);
      buffer.position(start + header + length);
    }
  }

  private void frame(int first, ByteBuffer buffer, int from, int length) throws IOException {
    if (first == (FINAL | TEXT)) {
      shared.scanner().scan(buffer.array(), from, from + length, this::message);
    } else if (first == (FINAL | PING)) {
      write(ClientFrames.pong(buffer.slice(from, length)));
    } else if (first == (FINAL | CLOSE)) {
      closeCode = length < 2 ? NO_CODE : buffer.getShort(from) & 0xFFFF;
    } else {
      throw new IOException("a frame begins with " + first + ", which Thor never sends");
    }
  }

  private void message(int symbol, long seq, long sentNs) {
    if (symbol >= lastSeq.length) {
      throw new IllegalStateException(
          "topic synthetic:S%d came; the server has more than --symbols %d"
              .formatted(symbol, lastSeq.length));
    }
    long last = lastSeq[symbol];
    if (last != 0 && seq > last + 1) {
      shared.tally().missed(seq - last - 1);
    }
    if (seq <= last) {
      shared.tally().doubled();
    } else {
      lastSeq[symbol] = seq;
    }
    reached = true;
    shared.tally().received(nowNs - sentNs);
  }

  private static long wallClockNs() {
    Instant now = Instant.now();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }
}
