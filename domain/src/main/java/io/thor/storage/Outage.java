package io.thor.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Whether the database is known to be away. While it is, one caller at a time may find out whether
 * it is back; the others are spared the wait, and the log what a container writes of each failure.
 *
 * <p>Threads: any.
 */
final class Outage {

  static final Duration PAUSE = Duration.ofMillis(500);

  private final LongSupplier nanoTime;

  /** From when on to ask again; empty while the database is there. */
  private final AtomicReference<Optional<Long>> askAt = new AtomicReference<>(Optional.empty());

  Outage(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  boolean isKnown() {
    return askAt.get().isPresent();
  }

  /** Whether the caller may ask now; one may in each pause of an outage. */
  boolean mayAsk() {
    Optional<Long> at = askAt.get();
    if (at.isEmpty()) {
      return true;
    }
    long now = nanoTime.getAsLong();
    return now - at.get() >= 0 && askAt.compareAndSet(at, next(now));
  }

  /** Notes an outage; whether it is news. */
  boolean begin() {
    return askAt.getAndSet(next(nanoTime.getAsLong())).isEmpty();
  }

  /** Notes its end; whether it is news. */
  boolean end() {
    return askAt.getAndSet(Optional.empty()).isPresent();
  }

  private static Optional<Long> next(long now) {
    return Optional.of(now + PAUSE.toNanos());
  }
}
