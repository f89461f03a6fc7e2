package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.fail;

import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * One WebSocket connection: keeps every frame in the order of arrival.
 *
 * <p>Threads: any.
 */
final class FrameStream implements WebSocket.Listener, AutoCloseable {
  private final StringBuilder partial = new StringBuilder();
  private final List<Received> frames = new ArrayList<>();
  private OptionalInt closeCode = OptionalInt.empty();
  private Throwable broken;
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
      frames.add(Received.parse(partial.toString()));
      partial.setLength(0);
      notifyAll();
    }
    from.request(1);
    return null;
  }

  @Override
  public synchronized CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closeCode = OptionalInt.of(code);
    notifyAll();
    return null;
  }

  @Override
  public synchronized void onError(WebSocket from, Throwable error) {
    // A connection that breaks, as when its server is killed, was closed without a close frame.
    closeCode = OptionalInt.of(1006);
    broken = error;
    notifyAll();
  }

  /** Sends one text frame. */
  void send(String text) {
    socket.sendText(text, true).join();
  }

  /** All frames so far. */
  synchronized List<Received> frames() {
    return List.copyOf(frames);
  }

  /** The frames so far of one topic. */
  List<Received> on(String topic) {
    return frames().stream().filter(frame -> frame.on(topic)).toList();
  }

  synchronized boolean isClosed() {
    return closeCode.isPresent();
  }

  /**
   * The first frame that the predicate wants, received already or still to come.
   *
   * @param what it is, for the message of a failure
   */
  Received await(String what, Duration limit, Predicate<Received> wanted) {
    return awaitFrom(0, what, limit, wanted);
  }

  /** The first such frame that comes from now on. */
  Received awaitNext(String what, Duration limit, Predicate<Received> wanted) {
    return awaitFrom(frames().size(), what, limit, wanted);
  }

  /** The code with which the server closed the connection. */
  synchronized int awaitClose(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (closeCode.isEmpty()) {
      pause("a close", limit, end);
    }
    return closeCode.getAsInt();
  }

  private synchronized Received awaitFrom(
      int start, String what, Duration limit, Predicate<Received> wanted) {
    long end = System.nanoTime() + limit.toNanos();
    int next = start;
    while (true) {
      for (; next < frames.size(); next++) {
        if (wanted.test(frames.get(next))) {
          return frames.get(next);
        }
      }
      if (closeCode.isPresent()) {
        fail(
            "closed with %d before %s at %s; %d frames came"
                .formatted(closeCode.getAsInt(), what, Instant.now(), frames.size()),
            broken);
      }
      pause(what, limit, end);
    }
  }

  private void pause(String what, Duration limit, long end) {
    long leftMs = Duration.ofNanos(end - System.nanoTime()).toMillis();
    if (leftMs <= 0) {
      fail("no " + what + " within " + limit + "; " + frames.size() + " frames came");
    }
    try {
      wait(leftMs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail("interrupted while waiting for " + what, e);
    }
  }

  /** Ends the connection without a close frame, as the end of a process does. */
  void cut() {
    socket.abort();
    synchronized (this) {
      closeCode = OptionalInt.of(1006);
    }
  }

  @Override
  public void close() {
    if (!isClosed()) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
      awaitClose(Duration.ofSeconds(10));
    }
  }
}
