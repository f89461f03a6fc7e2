package io.thor.tests.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many connections, each with a request that comes byte by byte and never ends. */
final class SlowRequests implements AutoCloseable {
  private static final String HANDSHAKE =
      "GET /ws/ HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nX-Slow: ";
  private static final String SIGN_IN =
      "POST /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
          + "Content-Length: 60000\r\n\r\n";

  private final List<Socket> open = new ArrayList<>();

  private SlowRequests() {}

  /** Handshakes whose headers do not end. */
  static SlowRequests handshakes(Doorway doorway, int count) throws IOException {
    return begin(doorway, count, HANDSHAKE);
  }

  /** Sign-ins whose body does not end. */
  static SlowRequests signIns(Doorway doorway, int count) throws IOException {
    return begin(doorway, count, SIGN_IN);
  }

  private static SlowRequests begin(Doorway doorway, int count, String request) throws IOException {
    SlowRequests all = new SlowRequests();
    byte[] beginning = request.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < count; i++) {
      Socket socket = doorway.sockets().createSocket();
      all.open.add(socket);
      socket.connect(new InetSocketAddress("127.0.0.1", doorway.port()));
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(beginning);
    }
    return all;
  }

  /** Sends one byte more on each connection that the server has not ended. */
  synchronized void trickle() {
    for (Socket socket : List.copyOf(open)) {
      try {
        socket.getOutputStream().write(' ');
      } catch (IOException e) {
        open.remove(socket);
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }
}
