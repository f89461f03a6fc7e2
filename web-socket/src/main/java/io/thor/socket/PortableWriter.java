package io.thor.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Writes through the standard API alone, message by message, on every server. */
final class PortableWriter implements SessionWriter {

  private static final System.Logger LOG = System.getLogger(PortableWriter.class.getName());

  private static final long END_LIMIT_MS = 1000;

  private final Session session;
  private final ReentrantLock sending = new ReentrantLock();
  private volatile boolean ended;

  PortableWriter(Session session) {
    this.session = session;
  }

  @Override
  public void write(Batch batch, Runnable progressed, Consumer<Optional<Throwable>> done) {
    new Run(batch.texts().iterator(), progressed, done).next();
  }

  @Override
  public void ping() {
    sending.lock();
    try {
      if (!ended) {
        session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
      }
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "session " + session.getId() + " cannot be pinged", e);
    } finally {
      sending.unlock();
    }
  }

  @Override
  public void abort() {
    try {
      session.close(
          new CloseReason(CloseReason.CloseCodes.UNEXPECTED_CONDITION, "stuck or broken"));
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "session " + session.getId() + " was closed already", e);
    }
  }

  /**
   * Leaves it to the container, and to the watchdog where that does not notice: the client may be
   * closing at this moment, which Undertow does not answer any more once it is told to close, too.
   */
  @Override
  public void failed() {
    // The container ends it.
  }

  /**
   * Waits for a call that is under way, for the container may be about to give the streams beneath
   * it to another connection; but not for ever, for that call may wait for the container.
   */
  @Override
  public void ended() {
    ended = true;
    try {
      if (sending.tryLock(END_LIMIT_MS, TimeUnit.MILLISECONDS)) {
        sending.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(String text, SendHandler handler) {
    sending.lock();
    try {
      if (ended) {
        throw new IllegalStateException("the connection has ended");
      }
      ContextLoader.PLATFORM.during(() -> session.getAsyncRemote().sendText(text, handler));
    } finally {
      sending.unlock();
    }
  }

  /** One batch on its way. A result that comes at once is followed in a loop, not by recursion. */
  private final class Run {

    private final Iterator<String> texts;
    private final Runnable progressed;
    private final Consumer<Optional<Throwable>> done;
    private boolean inCall;
    private boolean answered;

    Run(Iterator<String> texts, Runnable progressed, Consumer<Optional<Throwable>> done) {
      this.texts = texts;
      this.progressed = progressed;
      this.done = done;
    }

    void next() {
      do {
        if (!texts.hasNext()) {
          done.accept(Optional.empty());
          return;
        }
        begin();
        try {
          send(texts.next(), result -> ContextLoader.MODULE.during(() -> sent(result)));
        } catch (IllegalStateException | IllegalArgumentException e) {
          done.accept(Optional.of(e));
          return;
        }
      } while (answeredAtOnce());
    }

    private synchronized void begin() {
      inCall = true;
      answered = false;
    }

    private synchronized boolean answeredAtOnce() {
      inCall = false;
      return answered;
    }

    private void sent(SendResult result) {
      if (!result.isOK()) {
        done.accept(Optional.of(result.getException()));
        return;
      }
      progressed.run();
      if (answeredLater()) {
        next();
      }
    }

    private synchronized boolean answeredLater() {
      answered = true;
      return !inCall;
    }
  }
}
