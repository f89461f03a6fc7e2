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

  /** Between an answer that did not come and the next question. */
  static final Duration PAUSE = Duration.ofMillis(500);

  /** For a question on which nothing happens; it may have been put to a connection that is dead. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final LongSupplier nanoTime;

  /** From when on to ask again; empty while the database is there. */
  private final AtomicReference<Optional<Long>> askAt = new AtomicReference<>(Optional.empty());

  Outage(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  boolean isKnown() {
    return askAt.get().isPresent();
  }

  /** Whether the caller may ask now, and say then whether the outage goes on or ends. */
  boolean mayAsk() {
    Optional<Long> at = askAt.get();
    if (at.isEmpty()) {
      return true;
    }
    return nanoTime.getAsLong() - at.get() >= 0 && askAt.compareAndSet(at, in(PATIENCE));
  }

  /** Notes that nobody answers; whether it is news. */
  boolean begin() {
    return askAt.getAndSet(in(PAUSE)).isEmpty();
  }

  /** Notes an answer; whether it is news. */
  boolean end() {
    return askAt.getAndSet(Optional.empty()).isPresent();
  }

  private Optional<Long> in(Duration time) {
    return Optional.of(nanoTime.getAsLong() + time.toNanos());
  }
}
