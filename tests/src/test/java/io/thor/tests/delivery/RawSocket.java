package io.thor.tests.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A WebSocket connection over a socket that its owner reads or leaves unread (RFC 6455).
 *
 * <p>Threads: one reads, any may write.
 */
final class RawSocket implements AutoCloseable {
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;

  private final Socket socket;
  private final FrameReader reader;
  private final OutputStream out;
  private final Map<String, String> headers = new TreeMap<>();

  private RawSocket(Socket socket, FrameReader reader) throws IOException {
    this.socket = socket;
    this.reader = reader;
    this.out = socket.getOutputStream();
  }

  /**
   * Opens a connection.
   *
   * <p>Errors: IOException when there is no connection, and {@link RefusedHandshake} when there is
   * no upgrade.
   */
  static RawSocket open(Doorway doorway) throws IOException {
    Socket socket = doorway.sockets().createSocket();
    try {
      if (doorway.receiveBufferBytes() > 0) {
        socket.setReceiveBufferSize(doorway.receiveBufferBytes());
      }
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) doorway.patience().toMillis());
      InetSocketAddress address = new InetSocketAddress("127.0.0.1", doorway.port());
      socket.connect(address, (int) doorway.patience().toMillis());
      FrameReader reader = new FrameReader(socket.getInputStream(), doorway.chunkBytes());
      RawSocket opened = new RawSocket(socket, reader);
      opened.upgrade(doorway);
      return opened;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** The status with which a handshake is answered; 101 for a connection, which is ended. */
  static int statusOf(Doorway doorway) throws IOException {
    try {
      open(doorway).close();
      return 101;
    } catch (RefusedHandshake refused) {
      return refused.status();
    }
  }

  private void upgrade(Doorway doorway) throws IOException {
    StringBuilder request = new StringBuilder("GET /ws/ HTTP/1.1\r\n");
    doorway.headers().forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    out.write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    String status = reader.line();
    if (!status.startsWith("HTTP/1.1 101")) {
      throw RefusedHandshake.of(status, reader.rest());
    }
    for (String line = reader.line(); !line.isEmpty(); line = reader.line()) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.put(name, line.substring(colon + 1).trim());
    }
  }

  /** What the server chose among the extensions that were offered; empty for none. */
  String extensions() {
    return headers.getOrDefault("sec-websocket-extensions", "");
  }

  /**
   * Waits for the next frame, and answers it when it is a ping.
   *
   * <p>Errors: java.net.SocketTimeoutException after the limit, perhaps in the middle of a frame;
   * EOFException or another IOException at the end of the connection.
   */
  RawFrame read(Duration limit) throws IOException {
    RawFrame frame = readSilently(limit);
    if (frame.isPing()) {
      send(RawFrame.PONG, frame.payload());
    }
    return frame;
  }

  /** Waits for the next frame and answers nothing, with the same errors. */
  RawFrame readSilently(Duration limit) throws IOException {
    socket.setSoTimeout((int) Math.max(1, limit.toMillis()));
    return reader.next();
  }

  void sendText(String text) throws IOException {
    send(RawFrame.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void sendPing(int number) throws IOException {
    send(RawFrame.PING, ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  /** The masking key is zero, which is allowed and leaves the payload as it is. */
  private synchronized void send(int opcode, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(8 + payload.length).put((byte) (FINAL | opcode));
    if (payload.length < 126) {
      frame.put((byte) (MASKED | payload.length));
    } else {
      frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
    }
    frame.putInt(0).put(payload).flip();
    out.write(frame.array(), 0, frame.limit());
  }

  /** Sends bytes as they are, whole frames or not, and then nothing more. */
  void sendAndEnd(byte[] bytes) throws IOException {
    out.write(bytes);
    socket.shutdownOutput();
  }

  /** Ends the connection with a reset, as a network does that goes away. */
  void cut() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Ends the connection without a closing handshake. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
