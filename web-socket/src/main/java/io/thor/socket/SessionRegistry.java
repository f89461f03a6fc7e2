package io.thor.socket;

import io.thor.channel.ConnectedSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open sessions of this node.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class SessionRegistry {

  @Inject SendPump pump;
  @Inject ConnectedSessions connected;

  private final Map<String, SocketSession> sessions = new ConcurrentHashMap<>();
  private final Map<String, Set<SocketSession>> byAccount = new ConcurrentHashMap<>();

  void add(SocketSession session) {
    sessions.put(session.id(), session);
    connected.opened();
    pump.workerFor(session.id()).add(session);
    for (String account : session.viewer().accountIds()) {
      byAccount.compute(account, (same, holders) -> with(holders, session));
    }
  }

  /** Forgets a session and gives it; empty when it is not there. */
  Optional<SocketSession> remove(Session closed) {
    Optional<SocketSession> removed = Optional.ofNullable(sessions.remove(closed.getId()));
    removed.ifPresent(this::forget);
    return removed;
  }

  private void forget(SocketSession session) {
    session.ended();
    connected.closed();
    pump.workerFor(session.id()).remove(session);
    for (String account : session.viewer().accountIds()) {
      byAccount.computeIfPresent(
          account,
          (same, holders) -> {
            holders.remove(session);
            return holders.isEmpty() ? null : holders;
          });
    }
  }

  private static Set<SocketSession> with(Set<SocketSession> holders, SocketSession session) {
    Set<SocketSession> all = holders == null ? ConcurrentHashMap.newKeySet() : holders;
    all.add(session);
    return all;
  }

  /** A live view. */
  Collection<SocketSession> all() {
    return sessions.values();
  }

  /** The sessions of those who hold an account; a live view. */
  Set<SocketSession> holdersOf(String account) {
    return byAccount.getOrDefault(account, Set.of());
  }
}
