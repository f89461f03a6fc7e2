package io.thor.socket.tyrus;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The non-blocking channel of a Grizzly connection, and whether Grizzly itself has still to write.
 */
final class GrizzlyChannel {

  private static final System.Logger LOG = System.getLogger(GrizzlyChannel.class.getName());

  private static volatile boolean shapeDiffers;

  /** Makes of a write queue of Grizzly a function that tells how many bytes it holds. */
  private static volatile MethodHandle asQueuedBytes;

  private final Object connection;
  private final SocketChannel channel;
  private final IntSupplier queuedBytes;

  private GrizzlyChannel(Object connection, SocketChannel channel, IntSupplier queuedBytes) {
    this.connection = connection;
    this.channel = channel;
    this.queuedBytes = queuedBytes;
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
    return Optional.of(new GrizzlyChannel(connection, channel, queuedBytes(queue)));
  }

  /**
   * {@code TaskQueue.spaceInBytes()} of a queue. It is asked before each write, where a method
   * handle that is no constant costs more than all else that is done for the write in Java; of a
   * class of its own the compiler sees through the call.
   */
  private static IntSupplier queuedBytes(Object queue) throws ReflectiveOperationException {
    try {
      if (asQueuedBytes == null) {
        asQueuedBytes = asQueuedBytes(queue.getClass());
      }
      return (IntSupplier) asQueuedBytes.invoke(queue);
    } catch (ReflectiveOperationException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ReflectiveOperationException(e);
    }
  }

  private static MethodHandle asQueuedBytes(Class<?> queue)
      throws ReflectiveOperationException, LambdaConversionException {
    MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(queue, MethodHandles.lookup());
    MethodType number = MethodType.methodType(int.class);
    return LambdaMetafactory.metafactory(
            lookup,
            "getAsInt",
            MethodType.methodType(IntSupplier.class, queue),
            number,
            lookup.findVirtual(queue, "spaceInBytes", number),
            number)
        .getTarget();
  }

  /** Whether Grizzly has nothing of its own to write. */
  boolean isIdle() {
    return queuedBytes.getAsInt() == 0;
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
