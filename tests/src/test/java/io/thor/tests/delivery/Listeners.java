package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sessions that do nothing but read, and know how long each synthetic message travelled from its
 * commit.
 *
 * <p>Errors: a session that ends is an AssertionError of the next question.
 */
final class Listeners implements AutoCloseable {
  private static final Pattern SENT = Pattern.compile("\"sent_ns\":(\\d+)");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final List<RawSocket> sockets = new ArrayList<>();
  private final Queue<Long> micros = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;
  private volatile Optional<Throwable> failure = Optional.empty();

  private Listeners() {}

  static Listeners open(Doorway doorway, int count) throws IOException {
    Listeners all = new Listeners();
    for (int i = 0; i < count; i++) {
      RawSocket socket = RawSocket.open(doorway);
      all.sockets.add(socket);
      Thread thread = new Thread(() -> all.listen(socket), "listener");
      thread.setDaemon(true);
      thread.start();
    }
    return all;
  }

  /** How long at most 99 of 100 travelled, of the next so many messages together. */
  Duration p99(int messages) {
    micros.clear();
    assertTrue(
        Await.until(() -> failure.isPresent() || micros.size() >= messages, LIMIT),
        () -> micros.size() + " messages came, and " + messages + " were to come");
    assertEquals(Optional.empty(), failure);
    List<Long> sorted = micros.stream().sorted().toList();
    long micro = sorted.get(sorted.size() * 99 / 100);
    return Duration.ofNanos(micro * 1000);
  }

  private void listen(RawSocket socket) {
    try {
      while (!closed) {
        note(socket.read(LIMIT));
      }
    } catch (IOException | RuntimeException | AssertionError e) {
      if (!closed) {
        failure = Optional.of(e);
      }
    }
  }

  private void note(RawFrame frame) {
    Matcher sent = SENT.matcher(frame.isText() ? frame.text() : "");
    if (sent.find()) {
      Instant committed = Instant.ofEpochSecond(0, Long.parseLong(sent.group(1)));
      micros.add(Duration.between(committed, Instant.now()).toNanos() / 1000);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    for (RawSocket socket : sockets) {
      socket.close();
    }
  }
}
