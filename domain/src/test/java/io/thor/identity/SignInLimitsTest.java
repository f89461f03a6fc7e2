package io.thor.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.storage.MemoryDatabase;
import io.thor.time.FakeClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many passwords are hashed at a time, whoever asks. */
class SignInLimitsTest {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final long LIMIT_S = 4;

  private final MemoryDatabase database = new MemoryDatabase();
  private final SignInLimits limits = new SignInLimits();
  private final CountDownLatch begun = new CountDownLatch(PROCESSORS);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final AtomicInteger hashing = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();

  SignInLimitsTest() {
    limits.database = database;
    limits.clock = new FakeClock("2026-01-05T12:00:00Z");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aFloodOfSignInsHashesAsManyPasswordsAsThereAreProcessors()
      throws InterruptedException, ExecutionException {
    List<FutureTask<Optional<Integer>>> flood =
        IntStream.range(0, 3 * PROCESSORS).mapToObj(this::signIn).toList();
    assertTrue(begun.await(LIMIT_S, TimeUnit.SECONDS), "too few begin");
    assertTrue(othersWait(), "others do not wait");

    assertEquals(PROCESSORS, hashing.get());

    mayEnd.countDown();
    for (FutureTask<Optional<Integer>> signIn : flood) {
      assertTrue(signIn.get().orElseThrow() <= PROCESSORS);
    }
  }

  private FutureTask<Optional<Integer>> signIn(int caller) {
    FutureTask<Optional<Integer>> task =
        new FutureTask<>(() -> limits.check("user-" + caller, "192.0.2." + caller, this::hash));
    Thread thread = new Thread(task, "sign-in-" + caller);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
    return task;
  }

  /** How many do this at the same time. */
  private Optional<Integer> hash() {
    int now = hashing.incrementAndGet();
    begun.countDown();
    try {
      mayEnd.await();
      return Optional.of(now);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      hashing.decrementAndGet();
    }
  }

  private boolean othersWait() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
    while (threads.stream().filter(SignInLimitsTest::waitsForItsTurn).count() < 2L * PROCESSORS) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    return true;
  }

  private static boolean waitsForItsTurn(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING;
  }
}
