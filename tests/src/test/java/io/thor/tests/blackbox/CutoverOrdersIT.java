package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.jsonp.Jsonp;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Orders over REST, and what open sockets are told of them. Leaves the stages as they were. */
@ExtendWith(SharedServer.class)
@ResourceLock(CutoverOrdersIT.STAGES)
class CutoverOrdersIT {
  /** What classes hold that change the revision of the shared server, or want it to stay. */
  static final String STAGES = "stages of the shared server";

  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final Duration OPENING = Duration.ofSeconds(20);
  private static final String FEATURE = "api/cutover/global_market";
  private static final String REASON = "{\"reason\":\"rehearsal\"}";

  private final ThorServer server;
  private final ThorClient operator;

  CutoverOrdersIT(ThorServer server) {
    this.server = server;
    this.operator = ThorClient.signIn(server, DemoUser.OPERATOR);
  }

  @Test
  void tellsOpenSocketsOfAPauseWithinTwoSeconds() {
    try (FrameStream stream = ThorClient.signIn(server, DemoUser.TRADER).open()) {
      stream.await("the first frame", OPENING, frame -> true);
      operator.post(FEATURE + "/pause", REASON).expect(200);
      stream.await("PAUSED", LIMIT, CutoverOrdersIT::saysPaused);
    } finally {
      resume();
    }
    assertFalse(operator.get("api/cutover").expect(200).json().toString().contains("PAUSED"));
  }

  @Test
  void refusesInWords() {
    assertTrue(operator.post(FEATURE + "/pause", "{}").problem(400).contains("reason"));
    String endless = "{\"reason\":\"rehearsal\",\"percent\":" + "1".repeat(2000) + "}";
    assertTrue(operator.post(FEATURE + "/pause", endless).problem(400).contains("JSON object"));
    assertTrue(operator.post(FEATURE + "/advance", REASON).problem(428).contains("If-Match"));
    assertTrue(
        operator
            .post(FEATURE + "/advance", REASON, "If-Match", "\"99999999\"")
            .problem(412)
            .contains("look again"));
    String canary = "{\"reason\":\"rehearsal\",\"accounts\":[\"ACC-1001\"]}";
    assertTrue(
        operator
            .post(FEATURE + "/advance", canary, "If-Match", revision())
            .problem(409)
            .contains("no session day was watched"));
    operator.post("api/cutover/quotes/pause", REASON).problem(404);
    ThorClient.signIn(server, DemoUser.TRADER).post(FEATURE + "/pause", REASON).problem(403);
  }

  @Test
  void auditsEveryChangeInAChainThatHolds() {
    operator.post(FEATURE + "/pause", REASON).expect(200);
    resume();

    JsonObject audit = operator.get("api/cutover/audit").expect(200).json();
    assertFalse(audit.containsKey("broken"), audit::toString);
    assertFalse(audit.containsKey("next"), audit::toString);
    assertPagesAreTheWhole(audit);
    JsonObject last =
        audit.getJsonArray("entries").getValuesAs(JsonObject.class).stream()
            .reduce((earlier, later) -> later)
            .orElseThrow()
            .getJsonObject("entry");
    assertEquals("resume", last.getString("verb"));
    assertEquals("rehearsal", last.getString("reason"));
  }

  private void assertPagesAreTheWhole(JsonObject audit) {
    JsonArrayBuilder entries = Jsonp.array();
    long after = 0;
    while (after >= 0) {
      JsonObject page = operator.get("api/cutover/audit?limit=2&after=" + after).expect(200).json();
      assertFalse(page.containsKey("broken"), page::toString);
      page.getJsonArray("entries").forEach(entries::add);
      after = page.containsKey("next") ? page.getJsonNumber("next").longValueExact() : -1;
    }
    assertEquals(audit.getJsonArray("entries"), entries.build());
  }

  private void resume() {
    operator.post(FEATURE + "/resume", REASON, "If-Match", revision()).expect(200);
  }

  private String revision() {
    JsonObject feature = operator.get(FEATURE).expect(200).json();
    return "\"" + feature.getJsonNumber("revision") + "\"";
  }

  private static boolean saysPaused(Received received) {
    return received.is("cutover_status") && received.text().contains("PAUSED");
  }
}
