package io.thor.tests.delivery;

import io.thor.tests.blackbox.DemoUser;
import io.thor.tests.blackbox.ThorClient;
import io.thor.tests.server.ThorServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.SocketFactory;

/**
 * How a connection is opened.
 *
 * @param headers of the handshake
 * @param receiveBufferBytes that the kernel may hold for the reader; 0 for its own choice
 * @param chunkBytes that are read at one time
 * @param patience how long the handshake may take
 */
record Doorway(
    SocketFactory sockets,
    int port,
    Map<String, String> headers,
    int receiveBufferBytes,
    int chunkBytes,
    Duration patience) {
  private static final int CHUNK_BYTES = 1 << 16;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The trader's, who signs in for it. */
  static Doorway of(ThorServer server) {
    return of(server, DemoUser.TRADER);
  }

  /** Another user's, who signs in for it. */
  static Doorway of(ThorServer server, DemoUser user) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", "127.0.0.1:" + server.http().getPort());
    headers.put("Upgrade", "websocket");
    headers.put("Connection", "Upgrade");
    headers.put("Sec-WebSocket-Version", "13");
    headers.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    headers.put("Authorization", "Bearer " + ThorClient.token(server, user));
    return new Doorway(
        SocketFactory.getDefault(), server.http().getPort(), headers, 0, CHUNK_BYTES, PATIENCE);
  }

  /** For a reader that takes little at a time. */
  Doorway narrow(int bufferBytes, int chunk) {
    return new Doorway(sockets, port, headers, bufferBytes, chunk, patience);
  }

  /** With TLS, at another port. */
  Doorway secure(SocketFactory factory, int securePort) {
    return new Doorway(factory, securePort, headers, receiveBufferBytes, chunkBytes, patience);
  }

  /** Gives the handshake up sooner or later. */
  Doorway within(Duration limit) {
    return new Doorway(sockets, port, headers, receiveBufferBytes, chunkBytes, limit);
  }

  /** Calls from one of this machine's loopback addresses. */
  Doorway from(String address) {
    return new Doorway(
        new LocalSockets(address), port, headers, receiveBufferBytes, chunkBytes, patience);
  }

  /** Offers an extension. */
  Doorway offering(String extension) {
    return with("Sec-WebSocket-Extensions", extension);
  }

  /** Sends another header, or another value of one. */
  Doorway with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Doorway(sockets, port, more, receiveBufferBytes, chunkBytes, patience);
  }
}
