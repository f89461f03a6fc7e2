package io.thor.tests.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between the probe and the server, and falsifies what passes.
 *
 * <p>Threads: one for each connection and direction; the fault may change at any time.
 */
final class FaultyProxy implements AutoCloseable {
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile URI server;
  private volatile Fault fault = Fault.NONE;
  private volatile Optional<String> lastBar = Optional.empty();

  FaultyProxy() {
    try {
      door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** Where the probe is to go. */
  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
  }

  /** The server behind it. */
  void leadTo(URI behind) {
    server = behind;
  }

  URI server() {
    return server;
  }

  void inject(Fault next) {
    fault = next;
  }

  /** Lets everything pass, on new connections: nothing that was falsified is compared any more. */
  void heal() {
    fault = Fault.NONE;
    open.forEach(FaultyProxy::close);
  }

  /** The last bar that passed. */
  Optional<String> lastBar() {
    return lastBar;
  }

  List<String> pushed(String frame) {
    if (Faults.isOn("intraday_bar:", frame)) {
      lastBar = Optional.of(frame);
    }
    return fault.pushed(frame);
  }

  Fault.RestAnswer answered(String path, Fault.RestAnswer answer) {
    return fault.answered(path, answer);
  }

  /** Runs something that ends with its connection. */
  static void daemon(Runnable work) {
    Thread thread = new Thread(work, "faulty proxy");
    thread.setDaemon(true);
    thread.start();
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a socket that ends when the proxy heals. */
  void track(Socket socket) {
    open.add(socket);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        daemon(new ProxiedConnection(this, socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(FaultyProxy::close);
  }
}
