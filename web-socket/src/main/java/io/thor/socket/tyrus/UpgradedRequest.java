package io.thor.socket.tyrus;

import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import java.lang.invoke.VarHandle;
import java.util.Optional;

/**
 * The request out of which a connection came. Payara and GlassFish keep the object for later
 * requests and do not take out of it what handled the connection: session, endpoint and application
 * would live on beneath pooled threads of the server, long after they have ended.
 *
 * <p>Threads: any.
 */
public final class UpgradedRequest {

  private static final System.Logger LOG = System.getLogger(UpgradedRequest.class.getName());
  private static final String HANDLER = "httpUpgradeHandler";

  private static volatile boolean shapeDiffers;
  private static volatile VarHandle lastHeld;

  private final Object request;
  private final Object handler;
  private final VarHandle held;

  private UpgradedRequest(Object request, Object handler, VarHandle held) {
    this.request = request;
    this.handler = handler;
    this.held = held;
  }

  /** The request of an open session, or empty on other servers. */
  public static Optional<UpgradedRequest> of(Session session) {
    if (shapeDiffers || !TyrusConnections.isTyrus(session)) {
      return Optional.empty();
    }
    try {
      Object handler = Shape.field(TyrusConnections.writer(session), "tyrusHttpUpgradeHandler");
      return Optional.of(of(Shape.field(Shape.call(handler, "getWebConnection"), "request")));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      shapeDiffers = true;
      LOG.log(Level.DEBUG, "what this server keeps of a connection is not known", e);
      return Optional.empty();
    }
  }

  /** What the request has in it now is what will be taken out. */
  static UpgradedRequest of(Object request) throws ReflectiveOperationException {
    return new UpgradedRequest(request, Shape.field(request, HANDLER), held(request));
  }

  /** All requests of a server are of one class, and a handle costs more than its use. */
  private static VarHandle held(Object request) throws ReflectiveOperationException {
    VarHandle last = lastHeld;
    if (last == null || !last.coordinateTypes().get(0).isInstance(request)) {
      last = Shape.variable(request, HANDLER);
      lastHeld = last;
    }
    return last;
  }

  /**
   * Takes the handler of a connection that has ended out of the request, unless another one is in
   * there already. Until the container has closed the connection it has need of it.
   *
   * @return whether the request holds nothing of the connection any more
   */
  public boolean forget() {
    try {
      if (held.get(request) == handler && Boolean.TRUE.equals(Shape.call(request, "isUpgrade"))) {
        return false;
      }
      held.compareAndSet(request, handler, null);
    } catch (ReflectiveOperationException e) {
      LOG.log(Level.DEBUG, "a request keeps its connection", e);
    }
    return true;
  }
}
