package io.thor.socket;

import io.thor.config.Settings;
import io.thor.socket.tyrus.TyrusConnection;
import io.thor.socket.tyrus.TyrusConnections;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses how a session is written to: the fastest way that the server is known to allow, else the
 * portable one. Each choice is logged once.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class SessionWriters {

  /** Key: {@code channel}, {@code frame} or {@code portable}; the fastest way to try. */
  static final String WRITER_KEY = "thor.push.writer";

  /** The ways, from the fastest on. */
  enum Way {
    /** Straight to the connection's channel, on servers with Tyrus over Grizzly. */
    CHANNEL,
    /** Whole frames through the container's own writer, on servers with Tyrus. */
    FRAME,
    /** The standard API. */
    PORTABLE
  }

  private static final System.Logger LOG = System.getLogger(SessionWriters.class.getName());

  @Inject Settings settings;

  private final Set<String> logged = ConcurrentHashMap.newKeySet();
  private Way fastest = Way.CHANNEL;

  @PostConstruct
  void configure() {
    fastest = settings.constant(WRITER_KEY, Way.class, Way.CHANNEL);
  }

  SessionWriter of(Session session) {
    if (fastest == Way.PORTABLE) {
      return portable(session, WRITER_KEY + "=portable");
    }
    if (session.isSecure() || !session.getNegotiatedExtensions().isEmpty()) {
      return portable(session, "TLS or an extension");
    }
    Optional<TyrusConnection> connection = TyrusConnections.of(session);
    if (connection.isEmpty()) {
      return portable(session, "the server is not known");
    }
    boolean channel = fastest == Way.CHANNEL && connection.get().hasChannel();
    logOnce(channel ? "channel" : "frame", "Tyrus");
    return new TyrusWriter(connection.get(), channel);
  }

  private SessionWriter portable(Session session, String why) {
    logOnce("portable", why);
    return new PortableWriter(session);
  }

  private void logOnce(String way, String why) {
    if (logged.add(way)) {
      LOG.log(Level.INFO, "sessions are written to by the {0} writer: {1}", way, why);
    }
  }
}
