package io.thor.socket.tyrus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.junit.jupiter.api.Test;

class TyrusConnectionTest {

  private final List<Optional<Throwable>> results = new ArrayList<>();
  private final ContainerWriter writer = new ContainerWriter();
  private final TyrusConnection connection;

  TyrusConnectionTest() throws ReflectiveOperationException {
    connection = TyrusConnection.of(writer);
  }

  /** Has the shape of the container's and counts what it is given. */
  private static final class ContainerWriter extends Writer {
    final Deque<Object> queue = new ArrayDeque<>();
    int written;
    int closed;

    @Override
    public void write(ByteBuffer bytes, CompletionHandler<ByteBuffer> done) {
      written += bytes.remaining();
      done.completed(bytes);
    }

    @Override
    public void close() {
      closed++;
    }
  }

  @Test
  void writesByTheContainerWhereItsChannelCannotBeReached() {
    connection.write(ByteBuffer.allocate(3), results::add);
    connection.writeToChannel(ByteBuffer.allocate(4), results::add);

    assertEquals(7, writer.written);
    assertEquals(List.of(Optional.empty(), Optional.empty()), results);
  }

  @Test
  void writesNothingOnceItHasEnded() {
    connection.ended();

    connection.write(ByteBuffer.allocate(3), results::add);
    connection.writeToChannel(ByteBuffer.allocate(4), results::add);

    assertEquals(0, writer.written);
    results.forEach(result -> assertInstanceOf(ClosedChannelException.class, result.orElseThrow()));
    assertEquals(2, results.size());
  }

  @Test
  void closesNothingThatMayBelongToAnotherByNow() {
    connection.ended();
    connection.abort();
    assertEquals(0, writer.closed);
  }

  @Test
  void closesItsOwn() {
    connection.abort();
    assertEquals(1, writer.closed);
  }
}
