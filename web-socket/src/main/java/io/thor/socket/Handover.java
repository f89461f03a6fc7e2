package io.thor.socket;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Hands a task to a managed executor, whenever it is asked for and does not wait there already.
 *
 * <p>A server may take a task and never run it: GlassFish does, as long as it deploys. A task that
 * has not begun within two seconds is handed over once more when it is next asked for. So it can
 * also run twice at a time, where the first was only late.
 *
 * <p>Threads: any.
 */
final class Handover {

  private static final System.Logger LOG = System.getLogger(Handover.class.getName());
  private static final long LOST_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long NOTHING = 0;

  private final Executor executor;
  private final String what;
  private final Runnable task;
  private final LongSupplier nanos;

  /** Since when the task waits, made odd so that it is never {@link #NOTHING}. */
  private final AtomicLong waitingSince = new AtomicLong(NOTHING);

  /**
   * What may be handed over.
   *
   * @param what cannot be done when there is no thread, for the log
   */
  Handover(Executor executor, String what, Runnable task, LongSupplier nanos) {
    this.executor = executor;
    this.what = what;
    this.task = task;
    this.nanos = nanos;
  }

  /** Sees to it that the task begins after this call. */
  void request() {
    long now = nanos.getAsLong() | 1;
    long since = waitingSince.get();
    boolean due = since == NOTHING || now - since > LOST_NANOS;
    if (due && waitingSince.compareAndSet(since, now)) {
      try {
        executor.execute(this::begin);
      } catch (RejectedExecutionException e) {
        waitingSince.set(NOTHING);
        LOG.log(Level.WARNING, what + ": no managed thread is left; the next call tries again", e);
      }
    }
  }

  private void begin() {
    waitingSince.set(NOTHING);
    task.run();
  }
}
