package io.thor.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;

/** The connection of a session: what names it, and how it is ended. */
interface Line {

  String id();

  /** The closing handshake, which may wait for the other side. */
  void close(CloseReason reason) throws IOException;

  /** That of a container's session. */
  static Line of(Session session) {
    return new Line() {
      @Override
      public String id() {
        return session.getId();
      }

      @Override
      public void close(CloseReason reason) throws IOException {
        session.close(reason);
      }
    };
  }
}
