package io.thor.jobs;

import io.thor.message.HeartbeatUpdate;
import io.thor.storage.DatabaseDownException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A job with its schedule and its figures.
 *
 * <p>Threads: the timer asks {@link #claim}, a pooled thread runs.
 */
public class ScheduledJob {

  private static final System.Logger LOG = System.getLogger(ScheduledJob.class.getName());

  private final Job job;
  private final Duration interval;
  private final Clock clock;
  private final Semaphore free = new Semaphore(1);
  private final AtomicLong runs = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong overruns = new AtomicLong();
  private volatile Optional<Instant> lastRun = Optional.empty();
  private volatile long lastDurationMs;
  private Instant nextTurn;
  private Optional<Instant> lastWake = Optional.empty();

  ScheduledJob(Job job, Duration interval, Clock clock) {
    this.job = job;
    this.interval = interval;
    this.clock = clock;
    this.nextTurn = clock.instant();
  }

  String name() {
    return job.name();
  }

  boolean onEveryNode() {
    return job.onEveryNode();
  }

  Optional<Instant> wakeAt() {
    return job.wakeAt();
  }

  /**
   * Whether it has to run now; {@code true} obliges the caller to {@link #run} it, or to {@link
   * #refuse} it. A turn that comes while the last run still goes on is skipped and counted. Each
   * moment wakes it once, however its run ends. Called by one thread.
   */
  boolean claim(Instant now) {
    boolean turn = !now.isBefore(nextTurn);
    Optional<Instant> wake = job.wakeAt().filter(at -> !now.isBefore(at));
    if (!turn && (wake.isEmpty() || wake.equals(lastWake))) {
      return false;
    }
    if (turn) {
      nextTurn = following(now);
    }
    if (free.tryAcquire()) {
      lastWake = wake;
      return true;
    }
    if (turn) {
      overruns.incrementAndGet();
    }
    return false;
  }

  /** Runs the claimed job; never throws. */
  void run() {
    Instant start = clock.instant();
    lastRun = Optional.of(start);
    try {
      job.run();
    } catch (DatabaseDownException e) {
      failures.incrementAndGet();
      LOG.log(Level.DEBUG, "job " + job.name() + " needs the database, which is down", e);
    } catch (Throwable e) {
      failures.incrementAndGet();
      LOG.log(Level.WARNING, "job " + job.name() + " failed; it runs again at its next turn", e);
    } finally {
      lastDurationMs = Duration.between(start, clock.instant()).toMillis();
      runs.incrementAndGet();
      free.release();
    }
  }

  /** Gives back the claimed turn, because no thread took it; the next turn comes as usual. */
  void refuse(RuntimeException cause) {
    failures.incrementAndGet();
    LOG.log(Level.WARNING, "no thread took job " + job.name() + "; it waits for its turn", cause);
    free.release();
  }

  /**
   * Waits until it does not run, and lets it run no more.
   *
   * @return whether its last run ended in time
   */
  boolean retire(Duration limit) {
    try {
      return free.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  HeartbeatUpdate.Job figures() {
    return new HeartbeatUpdate.Job(
        job.name(), lastRun, lastDurationMs, runs.get(), failures.get(), overruns.get());
  }

  /** Stays on the grid of the interval; turns that were missed altogether are not made up. */
  private Instant following(Instant now) {
    long passed = Duration.between(nextTurn, now).dividedBy(interval);
    return nextTurn.plus(interval.multipliedBy(passed + 1));
  }
}
