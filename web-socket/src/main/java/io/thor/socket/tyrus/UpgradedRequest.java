package io.thor.socket.tyrus;

import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Optional;

/**
 * The request out of which a connection came. Payara and GlassFish keep the object for later
 * requests and do not take out of it what handled the connection: session, endpoint and application
 * would live on beneath pooled threads of the server, long after they have ended. What the server
 * gives up by itself is not kept here either.
 *
 * <p>Threads: any.
 */
public final class UpgradedRequest {

  private static final System.Logger LOG = System.getLogger(UpgradedRequest.class.getName());

  private static final String HANDLER = "httpUpgradeHandler";

  private static volatile boolean shapeDiffers;

  private final Reference<Object> request;
  private final Reference<Object> handler;

  private UpgradedRequest(Object request, Object handler) {
    this.request = new WeakReference<>(request);
    this.handler = new WeakReference<>(handler);
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
    return new UpgradedRequest(request, Shape.field(request, HANDLER));
  }

  /**
   * Takes the handler of a connection that has ended out of the request, unless another one is in
   * there already. Until the container has closed the connection it has need of it.
   *
   * @return whether the request holds nothing of the connection any more
   */
  public boolean forget() {
    Object from = request.get();
    Object what = handler.get();
    try {
      if (from == null || what == null || Shape.field(from, HANDLER) != what) {
        return true;
      }
      if (Boolean.TRUE.equals(Shape.field(from, "upgrade"))) {
        return false;
      }
      Shape.clear(from, HANDLER, what);
    } catch (ReflectiveOperationException e) {
      LOG.log(Level.DEBUG, "a request keeps its connection", e);
    }
    return true;
  }
}
