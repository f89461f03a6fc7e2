package io.thor.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes through the standard API alone, message by message, on every server. */
final class PortableWriter implements SessionWriter {

  private static final System.Logger LOG = System.getLogger(PortableWriter.class.getName());

  private final Session session;

  PortableWriter(Session session) {
    this.session = session;
  }

  @Override
  public void write(Batch batch, Runnable progressed, Consumer<Optional<Throwable>> done) {
    new Run(batch.texts().iterator(), progressed, done).next();
  }

  @Override
  public void ping() {
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "session " + session.getId() + " cannot be pinged", e);
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
          session.getAsyncRemote().sendText(texts.next(), this::sent);
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
