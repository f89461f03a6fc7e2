package io.thor.cli;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of commands against a server of prepared answers, where whoever signs in is let in. */
abstract class AtServer {

  private final String user;
  ScriptedServer server;

  AtServer(String user) {
    this.user = user;
  }

  @BeforeEach
  void startServer() throws IOException {
    server = new ScriptedServer().answers("/api/session", 200, "{\"token\":\"t\"}");
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  /** The environment of the user's shell. */
  Map<String, String> environment() {
    return Map.of("THOR_URL", server.url(), "THOR_USER", user, "THOR_PASSWORD", "s3cret!");
  }
}
