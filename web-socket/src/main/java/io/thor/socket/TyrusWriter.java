package io.thor.socket;

import io.thor.socket.tyrus.TyrusConnection;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes all frames of a batch as one run of bytes, below the session's own methods. */
final class TyrusWriter implements SessionWriter {

  /** An empty ping, unmasked (RFC 6455, section 5.5.2). */
  private static final byte[] PING = {(byte) 0x89, 0};

  private final TyrusConnection connection;
  private final boolean channel;

  /**
   * Writes to a connection.
   *
   * @param channel whether to try the connection's channel before the container's writer
   */
  TyrusWriter(TyrusConnection connection, boolean channel) {
    this.connection = connection;
    this.channel = channel;
  }

  @Override
  public void write(Batch batch, Runnable progressed, Consumer<Optional<Throwable>> done) {
    write(batch.bytes(), done);
  }

  private void write(ByteBuffer bytes, Consumer<Optional<Throwable>> done) {
    if (channel) {
      connection.writeToChannel(bytes, done);
    } else {
      connection.write(bytes, done);
    }
  }

  @Override
  public void ping() {
    write(ByteBuffer.wrap(PING), failure -> {});
  }

  @Override
  public void abort() {
    connection.abort();
  }

  @Override
  public void ended() {
    connection.ended();
  }
}
