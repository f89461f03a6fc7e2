package io.thor.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartbeatTimerTest {

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final FakeClock clock = new FakeClock();
  private final ScheduledJob first = new ScheduledJob(new ScriptedJob(() -> {}), INTERVAL, clock);
  private final ScheduledJob second = new ScheduledJob(new ScriptedJob(() -> {}), INTERVAL, clock);
  private final List<ScheduledJob> handedOver = new ArrayList<>();
  private final CountedHeartbeat heartbeat = new CountedHeartbeat();

  private HeartbeatTimer timer(JobRunner runner) {
    HeartbeatTimer timer = new HeartbeatTimer();
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
  void aJobThatThePoolRefusesComesAgainAndHoldsUpNothing() {
    timer(new RefusingRunner()).tick();
    assertEquals(1, heartbeat.ticks);
    assertEquals(1, first.figures().failures());
    assertEquals(1, second.figures().failures());

    clock.turn(INTERVAL);
    assertTrue(first.claim(clock.instant()));
    assertTrue(second.claim(clock.instant()));
  }

  private final class TwoJobs extends JobRegistry {
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

    @Override
    void tick() {
      ticks++;
    }
  }
}
