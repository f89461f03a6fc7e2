package io.thor.bench.bare;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** The least that a Jakarta server can be asked for: sessions that nothing is ever sent to. */
@ServerEndpoint("/ws/")
public class BareEndpoint {

  @OnMessage
  public void ignore(String message) {}
}
