package io.thor.socket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** One browser's connection. The container makes an object for each, so state lives elsewhere. */
@Dependent
public class SocketEndpoint extends Endpoint {

  /** The longest message that a client may send. */
  static final int INBOUND_LIMIT_BYTES = 16 * 1024;

  private static final System.Logger LOG = System.getLogger(SocketEndpoint.class.getName());

  @Inject Admission admission;
  @Inject SessionFactory factory;
  @Inject SessionRegistry sessions;
  @Inject UpgradedRequests requests;
  @Inject Snapshots snapshots;
  @Inject InboundMessages inbound;

  /** Registers first and takes the picture afterwards, so that nothing falls in between. */
  @Override
  public void onOpen(Session session, EndpointConfig config) {
    if (!(session.getUserPrincipal() instanceof Visitor visitor)) {
      throw new IllegalStateException("the handshake has no visitor; the filters must be mapped");
    }
    requests.add(session);
    Optional<Refusal> refusal = admission.enter(visitor);
    if (refusal.isPresent()) {
      refuse(session);
      return;
    }
    session.setMaxTextMessageBufferSize(INBOUND_LIMIT_BYTES);
    watchOurselves(session);
    SocketSession opened = factory.make(session, visitor);
    session.addMessageHandler(
        String.class, (MessageHandler.Whole<String>) text -> inbound.accept(opened, text));
    session.addMessageHandler(
        PongMessage.class,
        (MessageHandler.Whole<PongMessage>) pong -> opened.liveness().answered());
    sessions.add(opened);
    try {
      opened.join(snapshots.of(visitor.viewer()));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "session " + session.getId() + " has no picture; it is closed", e);
      opened.close(CloseReason.CloseCodes.UNEXPECTED_CONDITION, "no picture; reconnect");
    }
  }

  /**
   * The watchdog looks after silent clients; Tyrus sets a timer anew with each pong, and even when
   * it is told once more that there is to be none.
   */
  private static void watchOurselves(Session session) {
    if (session.getMaxIdleTimeout() > 0) {
      session.setMaxIdleTimeout(0);
    }
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    sessions.remove(session.getId());
    requests.ended(session);
    LOG.log(Level.DEBUG, "session {0} closed: {1}", session.getId(), reason);
  }

  /** The filters let it pass, and another came first. */
  private static void refuse(Session session) {
    try {
      session.close(new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, "too many sessions"));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "session " + session.getId() + " was closed already", e);
    }
  }

  @Override
  public void onError(Session session, Throwable error) {
    LOG.log(Level.DEBUG, "session " + session.getId() + " failed", error);
  }
}
