package io.thor.jobs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.HeartbeatUpdate;
import io.thor.storage.DatabaseDownException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A job with a turn every ten seconds. */
class ScheduledJobTest {

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final FakeClock clock = new FakeClock();
  private final ScriptedJob job = new ScriptedJob(() -> {});
  private final ScheduledJob scheduled = scheduled(job);

  private ScheduledJob scheduled(Job of) {
    return new ScheduledJob(of, INTERVAL, clock);
  }

  private boolean claim() {
    return scheduled.claim(clock.instant());
  }

  private boolean claimAndRun() {
    boolean claimed = claim();
    if (claimed) {
      scheduled.run();
    }
    return claimed;
  }

  private void turn(long seconds) {
    clock.turn(Duration.ofSeconds(seconds));
  }

  @Test
  void runsAtOnceAndThenAtEachTurn() {
    assertTrue(claimAndRun());
    turn(9);
    assertFalse(claimAndRun());
    turn(1);
    assertTrue(claimAndRun());
    assertFalse(claimAndRun());
    assertEquals(2, scheduled.figures().runs());
  }

  @Test
  void aLateTickDoesNotMoveTheGrid() {
    claimAndRun();
    turn(13);
    assertTrue(claimAndRun());
    turn(6);
    assertFalse(claimAndRun());
    turn(1);
    assertTrue(claimAndRun());
  }

  @Test
  void missedTurnsAreNotMadeUpAndDoNotMoveTheGrid() {
    claimAndRun();
    turn(34);
    assertTrue(claimAndRun());
    assertFalse(claimAndRun());
    turn(5);
    assertFalse(claimAndRun());
    turn(1);
    assertTrue(claimAndRun());
  }

  @Test
  void isWokenBetweenTurnsWithoutLosingItsTurn() {
    claimAndRun();
    Instant event = clock.instant().plusSeconds(4);
    job.wakeAt(event);
    turn(3);
    assertFalse(claimAndRun());
    turn(1);
    assertTrue(claimAndRun());

    job.wakeAt(event.plusSeconds(100));
    turn(6);
    assertTrue(claimAndRun());
  }

  @Test
  void aMomentWakesItOnceHoweverItsRunEnds() {
    ScriptedJob work =
        new ScriptedJob(
            () -> {
              throw new IllegalStateException("as the test wants it");
            });
    ScheduledJob failing = scheduled(work);
    assertTrue(failing.claim(clock.instant()));
    failing.run();
    work.wakeAt(clock.instant().plusSeconds(2));
    turn(3);
    assertTrue(failing.claim(clock.instant()));
    failing.run();

    turn(1);
    assertFalse(failing.claim(clock.instant()));
    work.wakeAt(clock.instant());
    assertTrue(failing.claim(clock.instant()));
    failing.run();
    turn(6);
    assertTrue(failing.claim(clock.instant()));
  }

  @Test
  void aMomentThatComesDuringARunWakesItBehindThat() {
    assertTrue(claim());
    job.wakeAt(clock.instant().plusSeconds(1));
    turn(2);
    assertFalse(claim());
    scheduled.run();
    assertTrue(claimAndRun());
    assertFalse(claimAndRun());
  }

  @Test
  void aTurnDuringARunIsSkippedAndCountedOnce() {
    assertTrue(claim());
    turn(10);
    assertFalse(claim());
    assertFalse(claim());
    assertEquals(1, scheduled.figures().overruns());

    scheduled.run();
    assertFalse(claim());
    turn(10);
    assertTrue(claim());
    assertEquals(1, scheduled.figures().overruns());
  }

  @Test
  void beingWokenDuringARunIsNoOverrun() {
    assertTrue(claim());
    job.wakeAt(clock.instant().plusSeconds(1));
    turn(2);
    assertFalse(claim());
    assertEquals(0, scheduled.figures().overruns());
  }

  @Test
  void aFailureIsCountedAndTheNextTurnComes() {
    ScheduledJob failing =
        scheduled(
            new ScriptedJob(
                () -> {
                  turn(2);
                  throw new IllegalStateException("as the test wants it");
                }));
    Instant began = clock.instant();
    assertTrue(failing.claim(began));
    failing.run();

    assertEquals(
        new HeartbeatUpdate.Job("scripted", Optional.of(began), 2000, 1, 1, 0), failing.figures());
    turn(8);
    assertTrue(failing.claim(clock.instant()));
  }

  @Test
  void anErrorIsCountedToo() {
    assertCountedAndRunAgain(
        () -> {
          throw new NoClassDefFoundError("as the test wants it");
        });
  }

  @Test
  void anOutageIsCountedToo() {
    assertCountedAndRunAgain(
        () -> {
          throw new DatabaseDownException(new IllegalStateException("as the test wants it"));
        });
  }

  @Test
  void isRetiredWhenItsRunHasEndedAndRunsNoMore() {
    assertTrue(claim());
    assertFalse(scheduled.retire(Duration.ZERO));
    CompletableFuture<Boolean> retired =
        CompletableFuture.supplyAsync(() -> scheduled.retire(Duration.ofMinutes(1)));
    scheduled.run();

    assertTrue(retired.join());
    turn(10);
    assertFalse(claim());
  }

  private void assertCountedAndRunAgain(Runnable failing) {
    ScheduledJob job = scheduled(new ScriptedJob(failing));
    assertTrue(job.claim(clock.instant()));
    assertDoesNotThrow(job::run);

    assertEquals(1, job.figures().failures());
    turn(10);
    assertTrue(job.claim(clock.instant()));
  }

  @Test
  void hasNoFiguresBeforeItsFirstRun() {
    assertEquals(
        new HeartbeatUpdate.Job("scripted", Optional.empty(), 0, 0, 0, 0), scheduled.figures());
  }

  @Test
  void neverRunsTwiceAtOnce() {
    assertTimeoutPreemptively(Duration.ofMinutes(1), this::claimWhileAnotherThreadRuns);
  }

  private void claimWhileAnotherThreadRuns() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    ScheduledJob slow = scheduled(new ScriptedJob(() -> runUntil(begun, mayEnd)));
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      assertTrue(slow.claim(clock.instant()));
      Future<?> run = pool.submit(slow::run);
      begun.await();
      turn(10);
      assertFalse(slow.claim(clock.instant()));
      mayEnd.countDown();
      run.get();
      turn(10);
      assertTrue(slow.claim(clock.instant()));
    } finally {
      pool.shutdownNow();
    }
  }

  private static void runUntil(CountDownLatch begun, CountDownLatch mayEnd) {
    begun.countDown();
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
