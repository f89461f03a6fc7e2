package io.thor.tests.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import javax.net.SocketFactory;

/**
 * Somebody who says in the forwarding headers what only a proxy should.
 *
 * @param address where they really are
 */
record Pretender(URI to, SocketFactory sockets, String address) {
  /** The page that they claim to come from. */
  static final String CLAIMED_ORIGIN = "https://desk.example.com";

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /**
   * Signs in, and closes.
   *
   * @param headers more lines, each with its end
   * @return the whole answer
   */
  String signIn(String credentials, String headers) throws IOException {
    InetAddress here = InetAddress.getByName(address);
    try (Socket socket = sockets.createSocket(to.getHost(), to.getPort(), here, 0)) {
      socket.setSoTimeout((int) LIMIT.toMillis());
      socket.getOutputStream().write(request(credentials, headers).getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private String request(String credentials, String headers) {
    return ("POST /api/session HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n"
            + "X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Proto: https\r\n"
            + "X-Forwarded-Host: desk.example.com\r\n"
            + "Content-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s")
        .formatted(to.getAuthority(), credentials.length(), headers, credentials);
  }
}
