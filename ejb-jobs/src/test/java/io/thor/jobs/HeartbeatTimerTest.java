package io.thor.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeartbeatTimerTest {

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final FakeClock clock = new FakeClock();
  private final ScheduledJob first = new ScheduledJob(new ScriptedJob(() -> {}), INTERVAL, clock);
  private final ScheduledJob second = new ScheduledJob(new ScriptedJob(() -> {}), INTERVAL, clock);
  private final List<ScheduledJob> handedOver = new ArrayList<>();
  private final CountedHeartbeat heartbeat = new CountedHeartbeat();
  private final List<Duration> wakes = new ArrayList<>();
  private Optional<Instant> nextWake = Optional.empty();

  private HeartbeatTimer timer(JobRunner runner) {
    HeartbeatTimer timer = new NotingTimer();
    timer.jobs = new TwoJobs();
    timer.runner = runner;
    timer.heartbeat = heartbeat;
    timer.clock = clock;
    return timer;
  }

  @Test
  void handsDueJobsToThePool() {
    HeartbeatTimer timer = timer(new NotingRunner());
    timer.tick();
    timer.tick();

    assertEquals(List.of(first, second), handedOver);
    assertEquals(2, heartbeat.ticks);
  }

  @Test
  void armsATimerForAMomentBetweenTwoTicks() {
    HeartbeatTimer timer = timer(new NotingRunner());
    nextWake = Optional.of(clock.instant().plusMillis(1400));
    timer.tick();
    assertEquals(List.of(), wakes);

    clock.turn(Duration.ofSeconds(1));
    timer.tick();
    assertEquals(List.of(Duration.ofMillis(401)), wakes);

    clock.turn(Duration.ofSeconds(1));
    timer.tick();
    assertEquals(List.of(Duration.ofMillis(401)), wakes);
  }

  @Test
  void armsATimerForTheMomentAtWhichAFeedBecomesStale() {
    HeartbeatTimer timer = timer(new NotingRunner());
    nextWake = Optional.of(clock.instant().plusMillis(900));
    heartbeat.nextLook = Optional.of(clock.instant().plusMillis(400));
    timer.tick();
    assertEquals(List.of(Duration.ofMillis(401)), wakes);

    clock.turn(Duration.ofMillis(401));
    heartbeat.nextLook = Optional.empty();
    timer.wake();
    assertEquals(1, heartbeat.looks);
    assertEquals(List.of(Duration.ofMillis(401), Duration.ofMillis(500)), wakes);
  }

  @Test
  void leavesWhatComesAfterTheNextTickToThat() {
    HeartbeatTimer timer = timer(new NotingRunner());
    timer.tick();
    clock.turn(Duration.ofMillis(900));
    heartbeat.nextLook = Optional.of(clock.instant().plusMillis(200));
    timer.wake();

    assertEquals(List.of(), wakes);
  }

  @Test
  void aJobThatThePoolRefusesComesAgainAndHoldsUpNothing() {
    timer(new RefusingRunner()).tick();
    assertEquals(1, heartbeat.ticks);
    assertEquals(1, first.figures().failures());
    assertEquals(1, second.figures().failures());

    clock.turn(INTERVAL);
    assertTrue(first.claim(clock.instant()));
    assertTrue(second.claim(clock.instant()));
  }

  private final class NotingTimer extends HeartbeatTimer {
    @Override
    void wakeIn(Duration delay) {
      wakes.add(delay);
    }
  }

  private final class TwoJobs extends JobRegistry {
    @Override
    Optional<Instant> nextWake(Instant now) {
      return nextWake.filter(at -> at.isAfter(now));
    }

    @Override
    List<ScheduledJob> claimDue(Instant now) {
      return List.of(first, second).stream().filter(job -> job.claim(now)).toList();
    }
  }

  private final class NotingRunner extends JobRunner {
    @Override
    public void run(ScheduledJob job) {
      handedOver.add(job);
    }
  }

  private static final class RefusingRunner extends JobRunner {
    @Override
    public void run(ScheduledJob job) {
      throw new IllegalStateException("the pool is full");
    }
  }

  private static final class CountedHeartbeat extends Heartbeat {

    private int ticks;
    private int looks;
    private Optional<Instant> nextLook = Optional.empty();

    @Override
    void tick() {
      ticks++;
    }

    @Override
    void lookAtFeeds() {
      looks++;
    }

    @Override
    Optional<Instant> nextLook() {
      return nextLook;
    }
  }
}
