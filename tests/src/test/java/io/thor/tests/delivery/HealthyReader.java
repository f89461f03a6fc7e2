package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A session that reads all the time, on a thread of its own, beside one that does not. By what it
 * has received a test knows how much was published.
 *
 * <p>Errors: what was wrong with its own stream is thrown from each of its methods.
 */
final class HealthyReader implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final RawSocket socket;
  private final LogCheck check;
  private final Thread thread = new Thread(this::run, "healthy-reader");
  private volatile boolean closed;
  private volatile Optional<Throwable> failure = Optional.empty();

  private HealthyReader(RawSocket socket, LogCheck check) {
    this.socket = socket;
    this.check = check;
  }

  /** Opens the session and returns when it has its first entry. */
  static HealthyReader start(Doorway doorway, LogCheck.Checksums checksums) throws IOException {
    HealthyReader reader = new HealthyReader(RawSocket.open(doorway), new LogCheck(checksums));
    reader.thread.start();
    reader.await(1);
    return reader;
  }

  /** Waits for so many more entries. */
  void await(int more) {
    long wanted = check.last() + more;
    boolean came = Await.until(() -> failure.isPresent() || check.last() >= wanted, LIMIT);
    failure.ifPresent(
        cause -> {
          throw new AssertionError("the healthy session failed", cause);
        });
    assertTrue(came, () -> "entry " + wanted + " did not come; the last is " + check.last());
  }

  long last() {
    return check.last();
  }

  private void run() {
    try {
      while (!closed) {
        check.accept(socket.read(LIMIT));
      }
    } catch (IOException | RuntimeException | AssertionError e) {
      if (!closed) {
        failure = Optional.of(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    await(1);
    closed = true;
    socket.close();
  }
}
