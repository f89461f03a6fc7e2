package io.thor.socket;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Does something again and again, on the managed scheduler's threads, one round after the other. A
 * round that fails is logged, and the next one comes.
 */
@Dependent
class Rounds {

  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

  @Resource ManagedScheduledExecutorService scheduler;

  private Optional<Future<?>> rounds = Optional.empty();

  /**
   * Begins, after the first pause.
   *
   * @param what it does, for the log
   */
  void start(String what, long pauseMs, Runnable round) {
    rounds =
        Optional.of(
            scheduler.scheduleWithFixedDelay(
                () -> go(what, round), pauseMs, pauseMs, TimeUnit.MILLISECONDS));
  }

  void stop() {
    rounds.ifPresent(task -> task.cancel(false));
  }

  private static void go(String what, Runnable round) {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, what + " failed once; it goes on", e);
    }
  }
}
