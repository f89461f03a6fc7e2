package io.thor.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open sessions of this node.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class SessionRegistry {

  private final Map<String, SocketSession> sessions = new ConcurrentHashMap<>();

  void add(SocketSession session) {
    sessions.put(session.id(), session);
  }

  /** Whether it was there. */
  boolean remove(Session session) {
    return sessions.remove(session.getId()) != null;
  }

  /** A live view. */
  Collection<SocketSession> all() {
    return sessions.values();
  }

  /** Tells every session that the server goes. */
  void closeAll() {
    all().forEach(session -> session.close(CloseReason.CloseCodes.GOING_AWAY, "server stops"));
    sessions.clear();
  }
}
