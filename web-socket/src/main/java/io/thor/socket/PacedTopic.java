package io.thor.socket;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One state topic with a least gap between two frames.
 *
 * <p>Threads: any; what passes keeps its order.
 */
final class PacedTopic {

  private final long gapNanos;
  private final Consumer<WireFrame> next;
  private Optional<WireFrame> held = Optional.empty();
  private long lastNanos;
  private boolean started;

  PacedTopic(Duration gap, Consumer<WireFrame> next) {
    this.gapNanos = gap.toNanos();
    this.next = next;
  }

  /** Passes a frame on or holds it; {@code true} when one that was held is replaced. */
  synchronized boolean pass(WireFrame frame, long nowNanos) {
    boolean replaced = held.isPresent();
    if (!started || nowNanos - lastNanos >= gapNanos) {
      send(frame, nowNanos);
    } else {
      held = Optional.of(frame);
    }
    return replaced;
  }

  synchronized boolean isHolding() {
    return held.isPresent();
  }

  /** Passes on what is held, if its time has come; {@code true} when it still has to wait. */
  synchronized boolean release(long nowNanos) {
    if (held.isPresent() && nowNanos - lastNanos >= gapNanos) {
      send(held.get(), nowNanos);
    }
    return held.isPresent();
  }

  private void send(WireFrame frame, long nowNanos) {
    held = Optional.empty();
    started = true;
    lastNanos = nowNanos;
    next.accept(frame);
  }
}
