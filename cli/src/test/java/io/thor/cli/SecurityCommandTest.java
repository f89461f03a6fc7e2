package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecurityCommandTest {

  private ScriptedServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = new ScriptedServer().answers("/api/session", 200, "{\"token\":\"t\"}");
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void listsEvents() {
    server.answers(
        "/api/security/events",
        200,
        """
        {"events":[{"id":7,"at":"2026-01-05T14:30:00Z","kind":"SIGN_IN_FAILED","subject":"kim",
          "actor":"","address":"10.0.0.1","detail":""},
          {"id":8,"at":"2026-01-05T14:31:00Z","kind":"USER_CHANGED","subject":"kim",
          "actor":"admin","address":"10.0.0.2","detail":"enabled=false"}]}""");

    assertEquals(
        """
        7  2026-01-05T14:30:00Z  SIGN_IN_FAILED user=kim by= from=10.0.0.1
        8  2026-01-05T14:31:00Z  USER_CHANGED user=kim by=admin from=10.0.0.2 enabled=false
        """,
        run("events").out());
  }

  @Test
  void asksForAPageOfOneUserAndKind() {
    server.answers("/api/security/events", 200, "{\"events\":[]}");

    run("events", "--after", "7", "--limit", "5", "--of", "oidc:a b", "--kind", "SIGNED_IN");

    assertEquals(
        "GET /api/security/events?limit=5&after=7&user=oidc%3Aa+b&kind=SIGNED_IN",
        server.requests().get(1).line());
  }

  @Test
  void asksForWhatToShow() {
    assertEquals(
        "Name what to show, for example: thorctl security events", run().err().split("\n")[0]);
  }

  private Shell.Result run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "security";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Shell.run(
        Map.of("THOR_URL", server.url(), "THOR_USER", "admin", "THOR_PASSWORD", "s3cret!"), all);
  }
}
