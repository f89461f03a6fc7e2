package io.thor.socket;

import jakarta.websocket.CloseReason;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How a session is closed: once, with the first reason.
 *
 * <p>Threads: any.
 */
final class Goodbye {

  private static final System.Logger LOG = System.getLogger(Goodbye.class.getName());

  private final Line line;
  private final AtomicReference<Begun> begun = new AtomicReference<>();

  private record Begun(CloseReason reason, long sinceNanos) {}

  Goodbye(Line line) {
    this.line = line;
  }

  /** Whether this is the first reason. */
  boolean begin(CloseReason reason, long nowNanos) {
    return begun.compareAndSet(null, new Begun(reason, nowNanos));
  }

  boolean isBegun() {
    return begun.get() != null;
  }

  /** How long ago it began; zero when it has not. */
  Duration lasts(long nowNanos) {
    Begun now = begun.get();
    return now == null ? Duration.ZERO : Duration.ofNanos(nowNanos - now.sinceNanos());
  }

  /** The closing handshake, which may wait for the client. */
  void say() {
    try {
      line.close(begun.get().reason());
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "session " + line.id() + " was closed already", e);
    }
  }
}
