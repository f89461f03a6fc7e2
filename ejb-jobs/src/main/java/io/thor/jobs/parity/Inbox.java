package io.thor.jobs.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What the probe has heard and not taken yet, bounded.
 *
 * <p>Threads: any.
 */
final class Inbox {

  private static final int MOST = 20_000;

  private final LinkedBlockingQueue<Heard> waiting = new LinkedBlockingQueue<>(MOST);

  /** Adds something; false when nobody has taken anything for too long. */
  boolean offer(Heard heard) {
    return waiting.offer(heard);
  }

  /** Takes all, in order. */
  List<Heard> take() {
    List<Heard> taken = new ArrayList<>();
    waiting.drainTo(taken);
    return taken;
  }
}
