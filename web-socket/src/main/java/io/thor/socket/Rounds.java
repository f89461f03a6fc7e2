package io.thor.socket;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Does something again and again, on the managed scheduler's threads, one round after the other. A
 * round that fails is logged, and the next one comes.
 *
 * <p>Threads: any.
 */
@Dependent
class Rounds {

  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

  /** How much later than it should a round may come before it counts as lost. */
  private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(10);

  @Resource ManagedScheduledExecutorService scheduler;

  LongSupplier nanos = System::nanoTime;

  private final AtomicLong due = new AtomicLong();
  private String what = "";
  private long pauseMs;
  private Runnable round = () -> {};
  private volatile Optional<Future<?>> rounds = Optional.empty();

  /**
   * Begins, after the first pause.
   *
   * @param what it does, for the log
   */
  void start(String what, long pauseMs, Runnable round) {
    this.what = what;
    this.pauseMs = pauseMs;
    this.round = round;
    due.set(next());
    schedule();
  }

  /**
   * Begins anew where the server has lost the rounds, as GlassFish does with what becomes due while
   * it deploys. To be called now and then, from a thread that is not the scheduler's.
   */
  void keepUp() {
    long expected = due.get();
    boolean lost = nanos.getAsLong() - expected > LATE_NANOS;
    if (rounds.isPresent() && lost && due.compareAndSet(expected, next())) {
      LOG.log(Level.WARNING, what + " has not been done for a while; it begins anew");
      stop();
      schedule();
    }
  }

  void stop() {
    rounds.ifPresent(task -> task.cancel(false));
    rounds = Optional.empty();
  }

  private void schedule() {
    rounds =
        Optional.of(
            scheduler.scheduleWithFixedDelay(this::go, pauseMs, pauseMs, TimeUnit.MILLISECONDS));
  }

  private long next() {
    return nanos.getAsLong() + TimeUnit.MILLISECONDS.toNanos(pauseMs);
  }

  private void go() {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, what + " failed once; it goes on", e);
    } finally {
      due.set(next());
    }
  }
}
