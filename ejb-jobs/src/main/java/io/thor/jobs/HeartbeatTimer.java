package io.thor.jobs;

import io.thor.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;

/**
 * The one timer of the system. At each tick it hands due jobs to the pool, and every so many ticks
 * it says on the wire that this node lives. It waits for nothing, so no job can delay it.
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

  @Resource TimerService timers;
  @Inject JobRegistry jobs;
  @Inject JobRunner runner;
  @Inject Heartbeat heartbeat;
  @Inject Settings settings;
  @Inject Clock clock;

  @PostConstruct
  void start() {
    Duration tick = settings.millis(TICK_KEY, DEFAULT_TICK_MS, 100, 60_000);
    jobs.start();
    heartbeat.start(tick);
    timers.createIntervalTimer(0, tick.toMillis(), new TimerConfig("thor heartbeat", false));
  }

  /** Catches everything: servers take a timer away that fails twice. */
  @Timeout
  void tick() {
    try {
      jobs.claimDue(clock.instant()).forEach(this::handOver);
      heartbeat.tick();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a heartbeat tick failed; the next one follows", e);
    }
  }

  private void handOver(ScheduledJob job) {
    try {
      runner.run(job);
    } catch (RuntimeException e) {
      job.refuse(e);
    }
  }
}
