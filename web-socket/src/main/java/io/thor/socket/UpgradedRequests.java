package io.thor.socket;

import io.thor.socket.tyrus.UpgradedRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lets the server forget the sessions that have ended; see {@link UpgradedRequest}. Without it each
 * redeployment of Thor would leave its classes behind.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
class UpgradedRequests {

  /** A server that has not closed the connection by then will not do so. */
  private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

  private final Map<String, UpgradedRequest> open = new ConcurrentHashMap<>();
  private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();

  private record Ended(UpgradedRequest request, long sinceNanos) {}

  /** Takes note of the request of a session that has just been opened. */
  void add(Session session) {
    UpgradedRequest.of(session).ifPresent(request -> open.put(session.getId(), request));
  }

  /** From now on the request of the session is to be cleared. */
  void ended(Session session) {
    UpgradedRequest request = open.remove(session.getId());
    if (request != null) {
      ended.add(new Ended(request, System.nanoTime()));
    }
  }

  /**
   * Clears what the server has done with; the rest waits for the next call.
   *
   * @return whether nothing is left
   */
  boolean forgetEnded() {
    long now = System.nanoTime();
    ended.removeIf(each -> each.request.forget() || now - each.sinceNanos > PATIENCE_NANOS);
    return ended.isEmpty();
  }
}
