package io.thor.jobs;

import io.thor.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clockwork of the system. At each tick it hands due jobs to the pool, and every so many ticks
 * it says on the wire that this node lives. For a moment between two ticks at which a job has to
 * run, or a feed becomes stale, it arms a timer of its own. It waits for nothing, so no job can
 * delay it.
 */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HeartbeatTimer {

  /** Key: from tick to tick, in milliseconds. */
  static final String TICK_KEY = "thor.heartbeat.tick-ms";

  private static final System.Logger LOG = System.getLogger(HeartbeatTimer.class.getName());
  private static final int DEFAULT_TICK_MS = 1000;
  private static final String TICK = "thor heartbeat";
  private static final String WAKE = "thor wake";

  @Resource TimerService timers;
  @Inject JobRegistry jobs;
  @Inject JobRunner runner;
  @Inject Heartbeat heartbeat;
  @Inject Settings settings;
  @Inject Clock clock;

  private Duration tick = Duration.ofMillis(DEFAULT_TICK_MS);
  private Instant nextTick = Instant.MIN;

  @PostConstruct
  void start() {
    tick = settings.millis(TICK_KEY, DEFAULT_TICK_MS, 100, 60_000);
    jobs.start();
    heartbeat.start(tick);
    timers.createIntervalTimer(0, tick.toMillis(), new TimerConfig(TICK, false));
  }

  @PreDestroy
  void stop() {
    jobs.stop();
  }

  /** Catches everything: servers take a timer away that fails twice. */
  @Timeout
  void fire(Timer timer) {
    try {
      if (WAKE.equals(timer.getInfo())) {
        wake();
      } else {
        tick();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a heartbeat tick failed; the next one follows", e);
    }
  }

  void tick() {
    nextTick = clock.instant().plus(tick);
    handOverDue();
    heartbeat.tick();
    arm();
  }

  void wake() {
    handOverDue();
    heartbeat.lookAtFeeds();
    arm();
  }

  private void arm() {
    Instant now = clock.instant();
    Stream.of(jobs.nextWake(now), heartbeat.nextLook())
        .flatMap(Optional::stream)
        .filter(at -> at.isBefore(nextTick))
        .min(Comparator.naturalOrder())
        .ifPresent(at -> wakeIn(Duration.between(now, at).plusMillis(1)));
  }

  /** The timer counts whole milliseconds and must not fire before the moment. */
  void wakeIn(Duration delay) {
    timers.createSingleActionTimer(delay.toMillis(), new TimerConfig(WAKE, false));
  }

  private void handOverDue() {
    jobs.claimDue(clock.instant()).forEach(this::handOver);
  }

  private void handOver(ScheduledJob job) {
    try {
      runner.run(job);
    } catch (RuntimeException e) {
      job.refuse(e);
    }
  }
}
