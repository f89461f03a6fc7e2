package io.thor.incontainer;

import static org.junit.jupiter.api.Assertions.fail;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A WebSocket connection that keeps all frames in the order of their arrival.
 *
 * <p>Threads: any.
 */
final class Connection implements WebSocket.Listener, AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final StringBuilder partial = new StringBuilder();
  private final List<Received> frames = new ArrayList<>();
  private OptionalInt closed = OptionalInt.empty();
  private WebSocket socket;

  @Override
  public synchronized void onOpen(WebSocket opened) {
    socket = opened;
    opened.request(1);
  }

  @Override
  public synchronized CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      frames.add(Received.now(partial.toString()));
      partial.setLength(0);
      notifyAll();
    }
    from.request(1);
    return null;
  }

  @Override
  public synchronized CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed = OptionalInt.of(code);
    notifyAll();
    return null;
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  synchronized List<Received> frames() {
    return List.copyOf(frames);
  }

  List<Received> frames(Predicate<Received> wanted) {
    return frames().stream().filter(wanted).toList();
  }

  /** The first so many frames that the predicate wants, waiting for those that have not come. */
  List<Received> await(int count, Predicate<Received> wanted) {
    return waitFor(count + " frames", () -> frames(wanted), found -> found.size() >= count)
        .subList(0, count);
  }

  /** Closes the connection and waits for the server's answer; its code. */
  int closeAndAwait() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    return waitFor("the close", () -> closed, OptionalInt::isPresent).getAsInt();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private synchronized <T> T waitFor(String what, Supplier<T> look, Predicate<T> enough) {
    long start = System.nanoTime();
    T seen = look.get();
    while (!enough.test(seen)) {
      long leftMs = LIMIT.minusNanos(System.nanoTime() - start).toMillis();
      if (leftMs <= 0) {
        fail(what + " did not come within " + LIMIT + "; there are " + frames.size() + " frames");
      }
      pause(leftMs);
      seen = look.get();
    }
    return seen;
  }

  private void pause(long longestMs) {
    try {
      wait(longestMs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail("interrupted while waiting for the server", e);
    }
  }
}
