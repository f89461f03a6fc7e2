package io.thor.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Opens the sessions and reads them.
 *
 * <p>Threads: one runs it; any may have something done on that one with {@link #execute}.
 */
final class LoadGenerator implements Runnable {

  private static final int MOST_HANDSHAKES = 64;
  private static final long SELECT_MS = 100;
  private static final int HTTP_PORT = 80;

  private final Plan plan;
  private final InetSocketAddress address;
  private final Selector selector = Selector.open();
  private final Tally tally = new Tally();
  private final Connection.Shared shared;
  private final List<Connection> opened = new ArrayList<>();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;
  private int begun;
  private int closed;

  /**
   * What is to be opened.
   *
   * @param server the root of what it serves, by plain HTTP
   * @param token sent with each handshake, never printed
   * @param silent whether no session ever reads what it is sent
   * @param whenOpen run once, when all handshakes are done
   */
  record Plan(
      URI server,
      String token,
      ClientKind kind,
      int sessions,
      boolean silent,
      int symbols,
      int largestFrame,
      Runnable whenOpen) {}

  LoadGenerator(Plan plan) throws IOException {
    this.plan = plan;
    URI server = plan.server();
    int port = server.getPort() < 0 ? HTTP_PORT : server.getPort();
    this.address = new InetSocketAddress(server.getHost(), port);
    ByteBuffer buffer = ByteBuffer.allocate(Math.max(1 << 20, 2 * plan.largestFrame()));
    this.shared = new Connection.Shared(buffer, new MessageScanner(), tally, plan.symbols());
  }

  void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  void stop() {
    stopped = true;
    selector.wakeup();
  }

  @Override
  public void run() {
    try (selector) {
      while (!stopped) {
        while (begun < plan.sessions() && begun - opened.size() < MOST_HANDSHAKES) {
          begin();
        }
        selector.select(this::handle, SELECT_MS);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the load generator failed: " + e.getMessage(), e);
    }
  }

  void reset() {
    tally.reset();
    opened.forEach(Connection::reset);
  }

  LoadReport report() {
    int reached = (int) opened.stream().filter(Connection::isReached).count();
    return tally.report(opened.size() - closed, reached);
  }

  private void begin() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.connect(address);
    channel.register(selector, SelectionKey.OP_CONNECT, new Connection(channel, shared));
    begun++;
  }

  private void handle(SelectionKey key) {
    Connection connection = (Connection) key.attachment();
    try {
      if (key.isConnectable()) {
        ((SocketChannel) key.channel()).finishConnect();
        connection.write(handshake());
        key.interestOps(SelectionKey.OP_READ);
      } else {
        read(key, connection);
      }
    } catch (IOException e) {
      if (!connection.isUpgraded()) {
        throw new IllegalStateException("a session cannot be opened: " + e.getMessage(), e);
      }
      end(key, connection);
    }
  }

  private void read(SelectionKey key, Connection connection) throws IOException {
    boolean before = connection.isUpgraded();
    connection.read();
    if (!before && connection.isUpgraded()) {
      opened(key, connection);
    }
  }

  private void opened(SelectionKey key, Connection connection) throws IOException {
    opened.add(connection);
    if (!plan.kind().hello().isEmpty()) {
      connection.write(ClientFrames.text(plan.kind().hello()));
      connection.write(ClientFrames.text(ClientKind.SUBSCRIBE));
    }
    if (plan.silent()) {
      key.interestOps(0);
    }
    if (opened.size() == plan.sessions()) {
      plan.whenOpen().run();
    }
  }

  private void end(SelectionKey key, Connection connection) {
    closed++;
    tally.closed(connection.closeCode());
    key.cancel();
    try {
      connection.close();
    } catch (IOException e) {
      throw new IllegalStateException("a connection cannot be closed", e);
    }
  }

  private ByteBuffer handshake() {
    String request =
        """
        GET /ws/ HTTP/1.1\r
        Host: %s\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Authorization: Bearer %s\r
        \r
        """
            .formatted(plan.server().getAuthority(), plan.token());
    return ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1));
  }
}
