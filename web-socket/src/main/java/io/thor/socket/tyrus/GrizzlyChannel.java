package io.thor.socket.tyrus;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * The non-blocking channel of a Grizzly connection, and whether Grizzly itself has still to write.
 */
final class GrizzlyChannel {

  private static final System.Logger LOG = System.getLogger(GrizzlyChannel.class.getName());

  private static volatile boolean shapeDiffers;

  private final Object connection;
  private final SocketChannel channel;
  private final Object writeQueue;
  private final MethodHandle spaceInBytes;

  private GrizzlyChannel(
      Object connection, SocketChannel channel, Object writeQueue, MethodHandle spaceInBytes) {
    this.connection = connection;
    this.channel = channel;
    this.writeQueue = writeQueue;
    this.spaceInBytes = spaceInBytes;
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

  private static Optional<GrizzlyChannel> of(Object connection)
      throws ReflectiveOperationException {
    if (!(Shape.call(connection, "getChannel") instanceof SocketChannel channel)
        || channel.isBlocking()) {
      return Optional.empty();
    }
    Object queue = Shape.call(connection, "getAsyncWriteQueue");
    MethodHandle spaceInBytes =
        MethodHandles.publicLookup()
            .findVirtual(queue.getClass(), "spaceInBytes", MethodType.methodType(int.class))
            .asType(MethodType.methodType(int.class, Object.class));
    return Optional.of(new GrizzlyChannel(connection, channel, queue, spaceInBytes));
  }

  /** Whether Grizzly has nothing of its own to write. */
  boolean isIdle() {
    try {
      return (int) spaceInBytes.invokeExact(writeQueue) == 0;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes what the channel takes now. */
  void write(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
  }

  /** Closes the connection at once; Grizzly tells those who hold something of it. */
  void close() throws IOException {
    try {
      Shape.call(connection, "terminateSilently");
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.DEBUG, "this Grizzly is built differently; its channel is closed", e);
      channel.close();
    }
  }
}
