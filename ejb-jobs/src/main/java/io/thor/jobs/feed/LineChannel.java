package io.thor.jobs.feed;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines to and from a socket. Nothing here waits: what the other side does not take yet is kept,
 * within bounds.
 *
 * <p>Threads: not thread safe. Errors: {@link IOException} ends the connection; {@link
 * EOFException} where the other side has ended it.
 */
final class LineChannel implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final SocketChannel socket;
  private final LineAssembler lines = new LineAssembler();
  private final ByteBuffer in = ByteBuffer.allocate(BUFFER).flip();
  private final ByteBuffer out = ByteBuffer.allocate(BUFFER);

  private LineChannel(SocketChannel socket) {
    this.socket = socket;
  }

  /** Begins to connect. */
  static LineChannel open(InetSocketAddress address) throws IOException {
    if (address.isUnresolved()) {
      throw new UnknownHostException("there is no host " + address.getHostString());
    }
    SocketChannel socket = SocketChannel.open();
    try {
      socket.configureBlocking(false);
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      socket.connect(address);
      return new LineChannel(socket);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  boolean isConnected() throws IOException {
    return socket.finishConnect();
  }

  /** The next line; empty where it has not come in full. */
  Optional<FeedLine> next() throws IOException {
    Optional<FeedLine> line = lines.next(in);
    while (line.isEmpty() && fill()) {
      line = lines.next(in);
    }
    return line;
  }

  private boolean fill() throws IOException {
    in.clear();
    int count = socket.read(in);
    in.flip();
    if (count < 0) {
      throw new EOFException("the other side has ended the connection");
    }
    return count > 0;
  }

  /** Sends a line, as far as the other side takes it now. */
  void send(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    if (bytes.length > out.remaining()) {
      throw new IOException("the other side does not read what is sent");
    }
    out.put(bytes);
    flush();
  }

  /** Sends what was kept. */
  void flush() throws IOException {
    out.flip();
    try {
      socket.write(out);
    } finally {
      out.compact();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
