package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Strikes again and again, on threads of its own, until it is closed; that the server ends or
 * refuses a connection is part of it.
 *
 * <p>Errors: what else went wrong is an AssertionError of {@link #close}.
 */
final class Attack implements AutoCloseable {
  private static final int THREADS = 2;

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
  private final AtomicLong strikes = new AtomicLong();
  private volatile Optional<Throwable> failure = Optional.empty();

  /** One strike, which knows how many came before. */
  interface Strike {
    void at(long number) throws IOException;
  }

  /** Begins at once. */
  Attack(Duration every, Strike strike) {
    for (int i = 0; i < THREADS; i++) {
      threads.scheduleAtFixedRate(
          () -> go(strike), 0, THREADS * every.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** What follows a failure is not run any more. */
  private void go(Strike strike) {
    try {
      strike.at(strikes.getAndIncrement());
    } catch (IOException e) {
      System.getLogger(Attack.class.getName()).log(System.Logger.Level.DEBUG, "was ended", e);
    } catch (RuntimeException | AssertionError e) {
      failure = Optional.of(e);
      throw e;
    }
  }

  long strikes() {
    return strikes.get();
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES), "the attack does not end");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while an attack ends", e);
    }
    assertEquals(Optional.empty(), failure);
  }
}
