package io.thor.jobs.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The other side of a TCP feed, on a port of its own, that says what a test wants. */
final class TestVenue implements AutoCloseable {

  private static final int LIMIT_MS = 10_000;

  private final ServerSocket door;
  private Socket socket = new Socket();
  private Optional<BufferedReader> reader = Optional.empty();

  TestVenue() throws IOException {
    door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    door.setSoTimeout(LIMIT_MS);
  }

  int port() {
    return door.getLocalPort();
  }

  void accept() throws IOException {
    socket = door.accept();
    reader =
        Optional.of(
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
  }

  /** A line that has come, if one has. */
  Optional<String> heard() throws IOException {
    return reader.isPresent() && reader.get().ready()
        ? Optional.of(reader.get().readLine())
        : Optional.empty();
  }

  void say(String... lines) throws IOException {
    socket
        .getOutputStream()
        .write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void cut() throws IOException {
    reader = Optional.empty();
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    door.close();
  }
}
