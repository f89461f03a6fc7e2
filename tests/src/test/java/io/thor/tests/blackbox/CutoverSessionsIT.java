package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What operators see of open sessions, and the rehearsal of a rollback. Leaves the stages alone.
 */
@ExtendWith(SharedServer.class)
@ResourceLock(CutoverOrdersIT.STAGES)
class CutoverSessionsIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String SESSIONS = "api/cutover/sessions";
  private static final String HELLO = "{\"type\":\"hello\",\"data\":{\"protocol\":1}}";

  private final ThorServer server;
  private final ThorClient operator;

  CutoverSessionsIT(ThorServer server) {
    this.server = server;
    this.operator = ThorClient.signIn(server, DemoUser.OPERATOR);
  }

  @Test
  void countsASessionThatHasAppliedTheRevision() {
    try (FrameStream stream = ThorClient.signIn(server, DemoUser.TRADER).open()) {
      stream.send(HELLO);
      JsonObject welcome = stream.await("welcome", LIMIT, frame -> frame.is("welcome")).data();
      String connection = welcome.getString("connection");
      assertFalse(session(connection).orElseThrow().containsKey("applied"));

      long revision = welcome.getJsonObject("cutover").getJsonNumber("revision").longValueExact();
      stream.send("{\"type\":\"applied\",\"data\":{\"revision\":" + revision + "}}");
      assertTrue(Await.until(() -> hasApplied(connection, revision), LIMIT));
      assertTrue(Await.until(() -> totals().getInt("applied") > 0, LIMIT));
    }
  }

  @Test
  void showsWhoseSessionItIsAndWhatItDraws() {
    try (FrameStream stream = ThorClient.signIn(server, DemoUser.TRADER2).open()) {
      stream.send(HELLO);
      String connection =
          stream
              .await("welcome", LIMIT, frame -> frame.is("welcome"))
              .data()
              .getString("connection");
      JsonObject session = session(connection).orElseThrow();

      assertEquals("trader2", session.getString("user"));
      assertEquals("FULL", session.getString("client"));
      assertEquals("REST", session.getJsonObject("renders").getString("positions"));
      assertTrue(session.getJsonObject("buckets").getInt("positions") < 10_000);
    }
    ThorClient.signIn(server, DemoUser.TRADER).get(SESSIONS).problem(403);
  }

  @Test
  void pagesThroughAllSessionsOnce() {
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    try (FrameStream first = trader.open();
        FrameStream second = trader.open()) {
      first.await("the first frame", LIMIT, frame -> true);
      second.await("the first frame", LIMIT, frame -> true);
      List<String> seen = new ArrayList<>();
      Optional<String> after = Optional.of("");
      while (after.isPresent()) {
        JsonObject page =
            operator.get(SESSIONS + "?limit=1&after=" + after.get()).expect(200).json();
        sessions(page).forEach(session -> seen.add(session.getString("connection")));
        after = Optional.ofNullable(page.getString("next", null));
      }
      assertTrue(seen.size() >= 2, seen::toString);
      assertEquals(seen.stream().sorted().distinct().toList(), seen);
    }
    assertTrue(operator.get(SESSIONS + "?limit=0").problem(400).contains("limit"));
  }

  @Test
  void rehearsesARollbackWithASessionOfItsOwn() {
    long revision = revision();
    try (FrameStream stream = ThorClient.signIn(server, DemoUser.TRADER).open()) {
      stream.await("the first frame", LIMIT, frame -> true);
      JsonObject drill = operator.post("api/cutover/positions/drill", "{}").expect(200).json();

      assertTrue(drill.getBoolean("passed"), drill::toString);
      assertTrue(drill.getInt("to_websocket_us") > 0, drill::toString);
      assertTrue(drill.getInt("back_us") < 2_000_000, drill::toString);
      assertEquals("operator", drill.getJsonObject("actor").getString("name"));
      assertTrue(
          stream.frames().stream().noneMatch(frame -> frame.text().contains("\"drill\"")),
          "another session was told of the drill");
    }
    assertEquals(revision, revision());
    operator.post("api/cutover/quotes/drill", "{}").problem(404);
  }

  private boolean hasApplied(String connection, long revision) {
    return session(connection)
        .filter(session -> session.getInt("applied", -1) == revision)
        .isPresent();
  }

  private Optional<JsonObject> session(String connection) {
    JsonObject page = operator.get(SESSIONS + "?limit=1000").expect(200).json();
    return sessions(page).stream()
        .filter(session -> session.getString("connection").equals(connection))
        .findFirst();
  }

  private JsonObject totals() {
    return operator.get("api/cutover").expect(200).json().getJsonObject("totals");
  }

  private long revision() {
    return operator
        .get("api/cutover")
        .expect(200)
        .json()
        .getJsonNumber("revision")
        .longValueExact();
  }

  private static List<JsonObject> sessions(JsonObject page) {
    return page.getJsonArray("sessions").getValuesAs(JsonObject.class);
  }
}
