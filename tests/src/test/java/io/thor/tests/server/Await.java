package io.thor.tests.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for facts outside this JVM, which nobody can signal: a port that answers, a process that
 * ended.
 */
public final class Await {
  private static final Duration POLL = Duration.ofMillis(50);

  private Await() {}

  /**
   * Asks until the condition holds or the limit passed.
   *
   * @return whether the condition held in time
   */
  public static boolean until(BooleanSupplier condition, Duration limit) {
    long started = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - started > limit.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return true;
  }
}
