package io.thor.socket;

import java.util.ArrayList;
import java.util.List;

/**
 * What a client asks for while its session is still being opened, for a container may hand over
 * messages that early. It is done when the session has joined, in its order.
 *
 * <p>Threads: any; {@link #joined} once.
 */
final class EarlyRequests {

  private List<Runnable> waiting = new ArrayList<>();
  private boolean joined;

  /** Does it now, or behind what waits. */
  void accept(Runnable request) {
    synchronized (this) {
      if (!joined) {
        waiting.add(request);
        return;
      }
    }
    request.run();
  }

  /** Does all that waits, and what comes meanwhile. */
  void joined() {
    for (List<Runnable> next = next(); !next.isEmpty(); next = next()) {
      next.forEach(Runnable::run);
    }
  }

  private synchronized List<Runnable> next() {
    List<Runnable> next = waiting;
    joined = next.isEmpty();
    waiting = joined ? List.of() : new ArrayList<>();
    return next;
  }
}
