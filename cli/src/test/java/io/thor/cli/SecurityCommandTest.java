package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecurityCommandTest extends AtServer {

  SecurityCommandTest() {
    super("admin");
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
    return Shell.run(
        environment(),
        Stream.concat(Stream.of("security"), Stream.of(arguments)).toArray(String[]::new));
  }
}
