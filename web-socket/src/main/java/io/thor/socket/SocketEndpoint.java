package io.thor.socket;

import io.thor.identity.Viewer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.lang.System.Logger.Level;

/** One browser's connection. The container makes an object for each, so state lives elsewhere. */
@Dependent
public class SocketEndpoint extends Endpoint {

  /** The longest message that a client may send. */
  static final int INBOUND_LIMIT_BYTES = 16 * 1024;

  private static final System.Logger LOG = System.getLogger(SocketEndpoint.class.getName());

  @Inject SessionFactory factory;
  @Inject SessionRegistry sessions;
  @Inject Snapshots snapshots;
  @Inject InboundMessages inbound;

  /** Registers first and takes the picture afterwards, so that nothing falls in between. */
  @Override
  public void onOpen(Session session, EndpointConfig config) {
    if (!(session.getUserPrincipal() instanceof Viewer viewer)) {
      throw new IllegalStateException("the handshake has no user; the filter must be mapped");
    }
    session.setMaxTextMessageBufferSize(INBOUND_LIMIT_BYTES);
    SocketSession opened = factory.make(session, viewer);
    session.addMessageHandler(
        String.class, (MessageHandler.Whole<String>) text -> inbound.accept(opened, text));
    session.addMessageHandler(
        PongMessage.class,
        (MessageHandler.Whole<PongMessage>) pong -> opened.liveness().answered());
    sessions.add(opened);
    opened.join(snapshots.of(viewer));
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    sessions.remove(session.getId());
    LOG.log(Level.DEBUG, "session {0} closed: {1}", session.getId(), reason);
  }

  @Override
  public void onError(Session session, Throwable error) {
    LOG.log(Level.DEBUG, "session " + session.getId() + " failed", error);
  }
}
