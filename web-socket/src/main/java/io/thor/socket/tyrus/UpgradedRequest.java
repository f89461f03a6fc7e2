package io.thor.socket.tyrus;

import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import java.lang.invoke.VarHandle;
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

  private static volatile boolean shapeDiffers;
  private static volatile Access lastAccess;

  private final Reference<Object> request;
  private final Reference<Object> handler;
  private final Access access;

  private UpgradedRequest(Object request, Access access) {
    this.request = new WeakReference<>(request);
    this.handler = new WeakReference<>(access.handler.get(request));
    this.access = access;
  }

  /** The fields of a container's class of requests; to look for them costs more than their use. */
  private record Access(VarHandle handler, VarHandle upgraded) {

    boolean fits(Object request) {
      return handler.coordinateTypes().get(0).isInstance(request);
    }
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
    Access access = lastAccess;
    if (access == null || !access.fits(request)) {
      access =
          new Access(
              Shape.variable(request, "httpUpgradeHandler"), Shape.variable(request, "upgrade"));
      lastAccess = access;
    }
    return new UpgradedRequest(request, access);
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
    if (from == null || what == null || access.handler.get(from) != what) {
      return true;
    }
    if ((boolean) access.upgraded.getVolatile(from)) {
      return false;
    }
    access.handler.compareAndSet(from, what, null);
    return true;
  }
}
