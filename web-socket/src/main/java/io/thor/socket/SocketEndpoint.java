package io.thor.socket;

import io.thor.channel.ConnectedSessions;
import io.thor.identity.Viewer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.lang.System.Logger.Level;

/** One browser's connection. The container makes an object for each, so state lives elsewhere. */
@Dependent
public class SocketEndpoint extends Endpoint {

  /** The longest message that a client may send. */
  static final int INBOUND_LIMIT_BYTES = 16 * 1024;

  private static final System.Logger LOG = System.getLogger(SocketEndpoint.class.getName());

  @Inject SessionRegistry sessions;
  @Inject SendPump pump;
  @Inject Snapshots snapshots;
  @Inject InboundMessages inbound;
  @Inject ConnectedSessions connected;

  /** Registers first and takes the picture afterwards, so that nothing falls in between. */
  @Override
  public void onOpen(Session session, EndpointConfig config) {
    if (!(session.getUserPrincipal() instanceof Viewer viewer)) {
      throw new IllegalStateException("the handshake has no user; the filter must be mapped");
    }
    session.setMaxTextMessageBufferSize(INBOUND_LIMIT_BYTES);
    SocketSession opened = new SocketSession(session, viewer, pump);
    session.addMessageHandler(
        String.class, (MessageHandler.Whole<String>) text -> inbound.accept(opened, text));
    sessions.add(opened);
    connected.opened();
    snapshots.send(opened);
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    if (sessions.remove(session)) {
      connected.closed();
    }
    LOG.log(Level.DEBUG, "session {0} closed: {1}", session.getId(), reason);
  }

  @Override
  public void onError(Session session, Throwable error) {
    LOG.log(Level.DEBUG, "session " + session.getId() + " failed", error);
  }
}
