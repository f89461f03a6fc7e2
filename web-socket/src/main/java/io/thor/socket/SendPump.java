package io.thor.socket;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Moves frames from mailboxes to the wire on a managed thread, so that whoever publishes only
 * enqueues.
 *
 * <p>Threads: any may call {@link #ready}; one at a time drains.
 */
@ApplicationScoped
public class SendPump {

  private static final System.Logger LOG = System.getLogger(SendPump.class.getName());

  @Resource ManagedExecutorService executor;
  @Inject FrameWriter writer;

  private final Queue<SocketSession> ready = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean draining = new AtomicBoolean();

  /** Something waits for this session. */
  void ready(SocketSession session) {
    ready.add(session);
    if (draining.compareAndSet(false, true)) {
      try {
        executor.execute(this::drain);
      } catch (RejectedExecutionException e) {
        draining.set(false);
        LOG.log(Level.WARNING, "no thread to send with; the next frame tries again", e);
      }
    }
  }

  private void drain() {
    do {
      for (SocketSession session = ready.poll(); session != null; session = ready.poll()) {
        sendNext(session);
      }
      draining.set(false);
    } while (!ready.isEmpty() && draining.compareAndSet(false, true));
  }

  private void sendNext(SocketSession session) {
    try {
      session.sendNext(writer);
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "a send to session " + session.id() + " failed", e);
    }
  }
}
