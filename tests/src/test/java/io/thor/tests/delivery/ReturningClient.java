package io.thor.tests.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A full client that comes within 20 seconds, and comes back whenever its connection ends: when the
 * server has asked it to, otherwise after a random delay that may grow up to 20 seconds.
 */
final class ReturningClient implements Callable<Journal> {
  private static final Duration READ_LIMIT = Duration.ofSeconds(60);
  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Doorway doorway;
  private final Journal journal;
  private final BooleanSupplier end;
  private final Random random;
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  private final List<String> endings = new CopyOnWriteArrayList<>();
  private int failures;

  /**
   * One connection that succeeded, by the clock of {@link System#nanoTime}.
   *
   * @param openedNanos when the client began to open it
   * @param subscribedNanos when its subscription was answered
   */
  record Arrival(long openedNanos, long subscribedNanos) {}

  /**
   * Makes a client that has not begun.
   *
   * @param end whether to stop, asked after each frame
   */
  ReturningClient(Doorway doorway, Journal journal, BooleanSupplier end, long seed) {
    this.doorway = doorway;
    this.journal = journal;
    this.end = end;
    this.random = new Random(seed);
  }

  Journal journal() {
    return journal;
  }

  List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  /** Why each connection has ended that was open. */
  List<String> endings() {
    return List.copyOf(endings);
  }

  @Override
  public Journal call() {
    pause(Duration.ofMillis(random.nextLong(LONGEST.toMillis())));
    while (!end.getAsBoolean()) {
      Duration delay = liveAndTellDelay();
      if (!end.getAsBoolean()) {
        pause(delay);
      }
    }
    return journal;
  }

  /** Lives through one connection, or fails to get one; when to try again. */
  private Duration liveAndTellDelay() {
    long openedNanos = System.nanoTime();
    try (FullSession session = FullSession.open(doorway, journal, true)) {
      read(session, openedNanos);
      return session.comeBackIn().orElseGet(this::jitter);
    } catch (IOException e) {
      return jitter();
    }
  }

  private void read(FullSession session, long openedNanos) {
    boolean noted = false;
    try {
      while (!end.getAsBoolean()) {
        session.read(READ_LIMIT);
        if (!noted && journal.isSubscribed()) {
          noted = true;
          failures = 0;
          arrivals.add(new Arrival(openedNanos, System.nanoTime()));
        }
      }
    } catch (IOException e) {
      endings.add(e.toString());
    }
  }

  private Duration jitter() {
    long most = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.min(++failures, 10));
    return SHORTEST.plusMillis(random.nextLong(most - SHORTEST.toMillis() + 1));
  }

  private static void pause(Duration delay) {
    long end = System.nanoTime() + delay.toNanos();
    for (long left = delay.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
