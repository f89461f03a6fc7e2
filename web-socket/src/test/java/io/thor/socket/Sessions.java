package io.thor.socket;

import io.thor.identity.Role;
import io.thor.identity.TokenId;
import io.thor.identity.Viewer;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/** Sessions for tests, over a container's session that only remembers how it was closed. */
final class Sessions {

  private static final Visitor TRADER =
      new Visitor(
          new Viewer(
              "trader", Set.of(Role.TRADER), Set.of("ACC-1"), new TokenId("t1"), Instant.MAX),
          "127.0.0.1");

  static final PushCounters COUNTERS = new PushCounters();

  private Sessions() {}

  static SocketSession of(String id, SessionWriter writer, SendWorker worker, SharedLog log) {
    Outbox outbox = new Outbox(log, new PrivateMailbox(8, 1 << 20, new MailboxMemory(1 << 20)));
    return new SocketSession(Line.of(container(id, reason -> {})), TRADER, writer, worker, outbox);
  }

  static SocketSession of(
      SessionWriter writer, SendWorker worker, SharedLog log, Consumer<Object> closed) {
    Outbox outbox = new Outbox(log, new PrivateMailbox(8, 1 << 20, new MailboxMemory(1 << 20)));
    return new SocketSession(Line.of(container("s1", closed)), TRADER, writer, worker, outbox);
  }

  private static Session container(String id, Consumer<Object> closed) {
    return (Session)
        Proxy.newProxyInstance(
            Sessions.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                closed.accept(arguments[0]);
              }
              return method.getName().equals("getId") ? id : null;
            });
  }
}
