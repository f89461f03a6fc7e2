package io.thor.socket;

import io.thor.channel.Frame;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes through the standard API alone, on every server. */
@ApplicationScoped
class PortableWriter implements FrameWriter {

  @Override
  public void write(Session session, Frame frame, Consumer<Optional<Throwable>> done) {
    try {
      session
          .getAsyncRemote()
          .sendText(
              frame.text(), result -> done.accept(Optional.ofNullable(result.getException())));
    } catch (IllegalStateException | IllegalArgumentException e) {
      done.accept(Optional.of(e));
    }
  }
}
