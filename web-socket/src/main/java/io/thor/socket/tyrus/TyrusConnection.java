package io.thor.socket.tyrus;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * One connection: the container's writer, and the channel beneath it where that can be reached.
 *
 * <p>The container writes pongs and close frames by its own writer, whole, under the writer's
 * monitor. So does this: bytes go to the channel only under that monitor and while nothing waits in
 * the container's queues, and what the channel does not take goes through the container's writer,
 * behind which everything then stays until that has drained. Nothing can land inside a frame.
 *
 * <p>Once a connection has ended, Payara gives the streams that belonged to it to the next one, to
 * which a late write would then go. So nothing is written after {@link #ended}, which is called
 * while the container has them still.
 *
 * <p>Threads: any; one write at a time.
 */
public final class TyrusConnection {

  private static final System.Logger LOG = System.getLogger(TyrusConnection.class.getName());

  private final Writer writer;
  private final Deque<?> containerQueue;
  private Optional<GrizzlyChannel> channel = Optional.empty();
  private boolean channelSought;
  private boolean ended;

  private TyrusConnection(Writer writer, Deque<?> containerQueue) {
    this.writer = writer;
    this.containerQueue = containerQueue;
  }

  static TyrusConnection of(Object writer) throws ReflectiveOperationException {
    return new TyrusConnection((Writer) writer, (Deque<?>) Shape.field(writer, "queue"));
  }

  /** Whether the channel can be reached, so that {@link #writeToChannel} makes a difference. */
  public boolean hasChannel() {
    synchronized (writer) {
      if (!channelSought && !ended) {
        channelSought = true;
        channel = GrizzlyChannel.beneath(writer);
      }
      return channel.isPresent();
    }
  }

  /** Writes through the container's writer; {@code done} is called when it has taken all. */
  public void write(ByteBuffer bytes, Consumer<Optional<Throwable>> done) {
    synchronized (writer) {
      if (!ended) {
        writer.write(bytes, new Completion(done));
        return;
      }
    }
    done.accept(Optional.of(new ClosedChannelException()));
  }

  /** Passes on how a write of the container ended. */
  private static final class Completion extends CompletionHandler<ByteBuffer> {
    private final Consumer<Optional<Throwable>> done;

    Completion(Consumer<Optional<Throwable>> done) {
      this.done = done;
    }

    @Override
    public void completed(ByteBuffer result) {
      done.accept(Optional.empty());
    }

    @Override
    public void failed(Throwable failure) {
      done.accept(Optional.of(failure));
    }

    @Override
    public void cancelled() {
      done.accept(Optional.of(new IOException("the write was cancelled")));
    }
  }

  /** Writes to the channel as much as it takes now, and the rest through the container's writer. */
  public void writeToChannel(ByteBuffer bytes, Consumer<Optional<Throwable>> done) {
    Optional<Throwable> failure = Optional.empty();
    synchronized (writer) {
      if (!ended && containerQueue.isEmpty() && channel.isPresent() && channel.get().isIdle()) {
        try {
          channel.get().write(bytes);
        } catch (IOException e) {
          failure = Optional.of(e);
        }
      }
      if (failure.isEmpty() && bytes.hasRemaining()) {
        write(bytes.slice(), done);
        return;
      }
    }
    done.accept(failure);
  }

  /** Nothing is written any more; returns when nothing is being written. */
  public void ended() {
    synchronized (writer) {
      ended = true;
    }
  }

  /** Closes the connection without a closing handshake, unless it has ended. */
  public void abort() {
    boolean reachable = hasChannel();
    synchronized (writer) {
      if (ended) {
        return;
      }
    }
    try {
      if (reachable) {
        channel.get().close();
      } else {
        writer.close();
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the connection was closed already", e);
    }
  }
}
