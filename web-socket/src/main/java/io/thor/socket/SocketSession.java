package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.identity.Viewer;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * One session: whose it is, what waits for it, and whether a send is under way.
 *
 * <p>Threads: any. At most one send is in flight.
 */
final class SocketSession {

  private static final System.Logger LOG = System.getLogger(SocketSession.class.getName());

  private final Session session;
  private final Viewer viewer;
  private final SendPump pump;
  private final Mailbox mailbox = new Mailbox();
  private boolean sending;

  SocketSession(Session session, Viewer viewer, SendPump pump) {
    this.session = session;
    this.viewer = viewer;
    this.pump = pump;
  }

  String id() {
    return session.getId();
  }

  Viewer viewer() {
    return viewer;
  }

  /** Queues a frame if its audience includes this user. Never blocks, never throws. */
  void offer(Frame frame) {
    if (!frame.audience().includes(viewer.accountIds())) {
      return;
    }
    Mailbox.Outcome outcome;
    synchronized (this) {
      outcome = mailbox.put(frame);
    }
    switch (outcome) {
      case QUEUED -> pump.ready(this);
      case OVERFLOW -> close(CloseCode.SLOW_CONSUMER, "too slow for what it subscribed to");
      case PASSED -> {}
    }
  }

  /** Starts the next send unless one is under way. The pump calls it. */
  void sendNext(FrameWriter writer) {
    Optional<Frame> next;
    synchronized (this) {
      next = sending ? Optional.empty() : mailbox.take();
      sending |= next.isPresent();
    }
    next.ifPresent(frame -> writer.write(session, frame, this::sent));
  }

  private void sent(Optional<Throwable> failure) {
    boolean more;
    synchronized (this) {
      sending = false;
      more = !mailbox.isEmpty();
    }
    if (failure.isPresent()) {
      LOG.log(Level.DEBUG, "a send to session " + id() + " failed", failure.get());
      close(CloseReason.CloseCodes.CLOSED_ABNORMALLY, "send failed");
    } else if (more) {
      pump.ready(this);
    }
  }

  void close(CloseReason.CloseCode code, String reason) {
    try {
      session.close(new CloseReason(code, reason));
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "session " + id() + " was closed already", e);
    }
  }
}
