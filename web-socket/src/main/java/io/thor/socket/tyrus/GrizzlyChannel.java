package io.thor.socket.tyrus;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.glassfish.grizzly.asyncqueue.TaskQueue;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * The non-blocking channel of a Grizzly connection, and whether Grizzly itself has still to write.
 */
final class GrizzlyChannel {

  private static final System.Logger LOG = System.getLogger(GrizzlyChannel.class.getName());

  private static volatile boolean shapeDiffers;

  private final NIOConnection connection;
  private final SocketChannel channel;
  private final TaskQueue<?> writeQueue;

  private GrizzlyChannel(NIOConnection connection, SocketChannel channel) {
    this.connection = connection;
    this.channel = channel;
    this.writeQueue = connection.getAsyncWriteQueue();
  }

  /** The channel beneath a writer of Tyrus, or empty where it is built in another way. */
  static Optional<GrizzlyChannel> beneath(Object tyrusWriter) {
    if (shapeDiffers) {
      return Optional.empty();
    }
    try {
      Object upgrade = Shape.field(tyrusWriter, "tyrusHttpUpgradeHandler");
      Object stream = Shape.call(Shape.call(upgrade, "getWebConnection"), "getOutputStream");
      Object response = Shape.field(Shape.field(stream, "ob"), "grizzlyResponse");
      Object context = Shape.call(Shape.call(response, "getRequest"), "getContext");
      return of(Shape.call(context, "getConnection"));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      shapeDiffers = true;
      LOG.log(Level.INFO, "the connection's channel cannot be reached; frames go by Tyrus", e);
      return Optional.empty();
    }
  }

  private static Optional<GrizzlyChannel> of(Object connection) {
    return connection instanceof NIOConnection nio
            && nio.getChannel() instanceof SocketChannel channel
            && !channel.isBlocking()
        ? Optional.of(new GrizzlyChannel(nio, channel))
        : Optional.empty();
  }

  /** Whether Grizzly has nothing of its own to write. */
  boolean isIdle() {
    return writeQueue.spaceInBytes() == 0;
  }

  /** Writes what the channel takes now. */
  void write(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
  }

  /** Closes the connection at once; Grizzly tells those who hold something of it. */
  void close() {
    connection.terminateSilently();
  }
}
