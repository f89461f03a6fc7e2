package io.thor.socket;

import io.thor.channel.ConnectedSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
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
  @Inject Admission admission;
  @Inject ConnectedSessions connected;

  private final Map<String, SocketSession> sessions = new ConcurrentHashMap<>();
  private final Map<String, Set<SocketSession>> byAccount = new ConcurrentHashMap<>();

  /** Adds a session that was admitted. */
  void add(SocketSession session) {
    sessions.put(session.id(), session);
    connected.opened();
    pump.workerFor(session.id()).add(session);
    for (String account : session.viewer().accountIds()) {
      byAccount.compute(account, (same, holders) -> with(holders, session));
    }
  }

  /** Forgets a session; one that is not there is left alone. */
  void remove(String id) {
    SocketSession session = sessions.remove(id);
    if (session == null) {
      return;
    }
    session.ended();
    admission.leave(session.visitor());
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
