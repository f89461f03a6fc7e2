package io.thor.socket.tyrus;

import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Finds the connection beneath a session, where the server's classes have the expected shape. */
public final class TyrusConnections {

  private static final System.Logger LOG = System.getLogger(TyrusConnections.class.getName());
  private static final String SESSION = "org.glassfish.tyrus.core.TyrusSession";

  private static volatile boolean shapeDiffers;

  private TyrusConnections() {}

  /** The connection, or empty on other servers and versions; the log says once what differs. */
  public static Optional<TyrusConnection> of(Session session) {
    if (shapeDiffers || !isTyrus(session)) {
      return Optional.empty();
    }
    try {
      return Optional.of(TyrusConnection.of(writer(session)));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      shapeDiffers = true;
      LOG.log(Level.INFO, "this Tyrus is built differently; the portable writer is used", e);
      return Optional.empty();
    }
  }

  static boolean isTyrus(Session session) {
    return session.getClass().getName().equals(SESSION);
  }

  /** The container's writer of an open session. */
  static Object writer(Session session) throws ReflectiveOperationException {
    Object webSocket = Shape.field(session.getBasicRemote(), "webSocket");
    return Shape.field(Shape.field(webSocket, "protocolHandler"), "writer");
  }
}
