package io.thor.socket;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The managed executor, and while the server stops also the thread that asks: Open Liberty shuts
 * its executor before it ends the application, and every session has still to be ended then.
 *
 * <p>Threads: any. Errors: RejectedExecutionException where the managed executor refuses before the
 * stop.
 */
final class StoppingExecutor implements Executor {

  private final Executor managed;
  private volatile boolean stopping;

  StoppingExecutor(Executor managed) {
    this.managed = managed;
  }

  /** From now on a refused task is run by whoever asks for it. */
  void stop() {
    stopping = true;
  }

  @Override
  public void execute(Runnable task) {
    try {
      managed.execute(task);
    } catch (RejectedExecutionException e) {
      if (!stopping) {
        throw e;
      }
      task.run();
    }
  }
}
