package io.thor.tests.blackbox;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A venue that a server's feed {@code tcp} logs on at, with the faults that a test wants.
 *
 * <p>Threads: any.
 */
final class FeedVenue implements AutoCloseable {

  private static final long HEARTBEAT_MS = 500;

  private final int port;
  private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
  private final NavigableMap<Long, String> sent = new TreeMap<>();
  private Optional<ServerSocket> door = Optional.empty();
  private Optional<Socket> client = Optional.empty();
  private volatile boolean silent;
  private volatile boolean closed;

  /** Opens it on a port, and begins to send signs of life. */
  FeedVenue(int port) {
    this.port = port;
    open();
    start("venue heartbeat", this::beat);
  }

  /** What the feed has said, oldest first. */
  List<JsonObject> heard(String type) {
    return heard.stream().filter(message -> message.getString("type").equals(type)).toList();
  }

  /** Sends a message under the next number. */
  void send(String message) {
    say(number(message));
  }

  /** Gives a message a number, and does not send it. */
  synchronized String number(String message) {
    long next = sent.isEmpty() ? 1 : sent.lastKey() + 1;
    String line = message.replaceFirst("\\{", "{\"seq\":" + next + ",");
    sent.put(next, line);
    return line;
  }

  /** Sends a line as it is, if anybody is there. */
  synchronized void say(String line) {
    if (!silent && client.isPresent()) {
      try {
        client.get().getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        client = Optional.empty();
      }
    }
  }

  /** Says nothing any more, or speaks again; the connection stays. */
  void silence(boolean wanted) {
    silent = wanted;
  }

  /** Ends the connection and takes no other. */
  synchronized void cut() {
    client.ifPresent(FeedVenue::close);
    client = Optional.empty();
    door.ifPresent(FeedVenue::close);
    door = Optional.empty();
  }

  /** Takes connections again. */
  synchronized void open() {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      door = Optional.of(socket);
      start("venue door", () -> acceptAll(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void acceptAll(ServerSocket socket) {
    try {
      while (true) {
        Socket connection = socket.accept();
        start("venue client", () -> serve(connection));
      }
    } catch (IOException e) {
      // The door is closed.
    }
  }

  private void serve(Socket connection) {
    try (connection;
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(Jsonp.readObject(line), connection);
      }
    } catch (IOException e) {
      // The connection is gone.
    }
  }

  private synchronized void hear(JsonObject message, Socket connection) {
    heard.add(message);
    switch (message.getString("type")) {
      case "logon" -> {
        client = Optional.of(connection);
        long next = sent.isEmpty() ? 1 : sent.lastKey() + 1;
        say("{\"type\":\"logon\",\"next\":" + next + "}");
      }
      case "resend" ->
          sent.subMap(message.getInt("from") + 0L, true, message.getInt("to") + 0L, true)
              .values()
              .forEach(this::say);
      case "test" -> say("{\"type\":\"heartbeat\"}");
      default -> {}
    }
  }

  private void beat() {
    try {
      while (!closed) {
        say("{\"type\":\"heartbeat\"}");
        Thread.sleep(HEARTBEAT_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(AutoCloseable each) {
    try {
      each.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    cut();
  }
}
