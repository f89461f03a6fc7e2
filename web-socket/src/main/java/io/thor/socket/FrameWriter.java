package io.thor.socket;

import io.thor.channel.Frame;
import jakarta.websocket.Session;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts a frame on the wire of a session. */
interface FrameWriter {

  /**
   * Starts a send and returns. Nothing else is written to the session until it is done.
   *
   * @param done called once, on any thread, with what went wrong or empty; also for a session that
   *     is closed
   */
  void write(Session session, Frame frame, Consumer<Optional<Throwable>> done);
}
