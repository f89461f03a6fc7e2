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
    if (shapeDiffers || !session.getClass().getName().equals(SESSION)) {
      return Optional.empty();
    }
    try {
      Object webSocket = Shape.field(session.getBasicRemote(), "webSocket");
      Object writer = Shape.field(Shape.field(webSocket, "protocolHandler"), "writer");
      return Optional.of(TyrusConnection.of(writer));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      shapeDiffers = true;
      LOG.log(Level.INFO, "this Tyrus is built differently; the portable writer is used", e);
      return Optional.empty();
    }
  }
}
