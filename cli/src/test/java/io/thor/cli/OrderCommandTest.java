package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands that order something, against a server of prepared answers. */
class OrderCommandTest extends AtServer {

  private static final String FEATURE = "/api/cutover/positions";

  OrderCommandTest() {
    super("operator");
  }

  @BeforeEach
  void prepare() {
    server.answers(FEATURE, 200, "{\"feature\":\"positions\",\"revision\":12}");
  }

  private Shell.Result run(String... arguments) {
    return Shell.run(environment(), arguments);
  }

  private void answers(String verb, int status, String body) {
    server.answers(FEATURE + "/" + verb, status, body);
  }

  @Test
  void saysWhatAFeatureBecame() {
    answers("rollback", 200, "{\"feature\":\"positions\",\"stage\":\"SHADOW\",\"revision\":13}");
    Shell.Result result = run("rollback", "positions", "--reason", "a wrong price");

    assertEquals("positions is SHADOW at revision 13\n", result.out());
    assertEquals(ExitCode.OK, result.exitCode());
    ScriptedServer.Request order = server.requests().get(server.requests().size() - 1);
    assertEquals("{\"reason\":\"a wrong price\",\"to\":\"SHADOW\"}", order.body());
  }

  @Test
  void aRollbackReadsNothingBeforeIt() {
    answers("rollback", 200, "{\"feature\":\"positions\",\"stage\":\"SHADOW\",\"revision\":13}");
    run("rollback", "positions", "--reason", "a wrong price");

    assertEquals(
        List.of("POST /api/session", "POST " + FEATURE + "/rollback"),
        server.requests().stream().map(ScriptedServer.Request::line).toList());
  }

  @Test
  void aGateThatHoldsHasItsOwnExitCode() {
    answers(
        "advance",
        409,
        "{\"title\":\"GATE_HOLDS\",\"detail\":\"1,204 more comparisons, about 14 min\"}");
    Shell.Result result =
        run("advance", "positions", "--percent", "5", "--to", "CANARY", "--reason", "go");

    assertEquals("thorctl: 1,204 more comparisons, about 14 min\n", result.err());
    assertEquals(ExitCode.HELD, result.exitCode());
    ScriptedServer.Request order = server.requests().get(server.requests().size() - 1);
    assertEquals("{\"reason\":\"go\",\"to\":\"CANARY\",\"percent\":5}", order.body());
  }

  @Test
  void aSecondPersonIsAwaited() {
    answers("advance", 202, "{\"feature\":\"positions\",\"stage\":\"CANARY\",\"revision\":13}");
    Shell.Result result = run("advance", "positions", "--reason", "go");

    assertEquals(
        "thorctl: positions is CANARY at revision 13; a second operator must approve\n",
        result.err());
    assertEquals(ExitCode.HELD, result.exitCode());
  }

  @Test
  void anyOtherRefusalIsNoGate() {
    answers("acknowledge", 409, "{\"title\":\"NOTHING_TO_DO\",\"detail\":\"no rollback\"}");
    Shell.Result result = run("acknowledge", "positions", "--reason", "seen");

    assertEquals("thorctl: no rollback\n", result.err());
    assertEquals(ExitCode.ORDER_REFUSED, result.exitCode());
  }

  @Test
  void saysThatAnOrderIsNotStoredYet() {
    answers(
        "rollback",
        200,
        "{\"feature\":\"positions\",\"stage\":\"SHADOW\",\"revision\":13,\"stored\":false}");
    server.answers(
        "/api/cutover/kill", 200, "{\"features\":[{\"stored\":false},{\"stored\":false}]}");
    String words = "; not stored yet, the database is down: other nodes do not know of it\n";

    assertEquals(
        "positions is SHADOW at revision 13" + words,
        run("rollback", "positions", "--reason", "a wrong price").out());
    assertEquals("every feature is OFF" + words, run("kill", "--reason", "a fire").out());
  }

  @Test
  void aTokenTakesThePlaceOfASignIn() {
    answers("rollback", 200, "{\"feature\":\"positions\",\"stage\":\"SHADOW\",\"revision\":13}");
    Map<String, String> environment = Map.of("THOR_URL", server.url(), "THOR_TOKEN", "t0ken");

    Shell.Result result =
        Shell.run(environment, "rollback", "positions", "--reason", "a wrong price");

    assertEquals(ExitCode.OK, result.exitCode());
    assertEquals(
        List.of(Optional.of("Bearer t0ken")),
        server.requests().stream().map(ScriptedServer.Request::authorization).toList());
  }

  @Test
  void toldThatOnlyLoweringIsPossible() {
    server.refuses(
        FEATURE + "/advance", 503, "{\"title\":\"NO_DATABASE\",\"detail\":\"it is down\"}");
    Shell.Result result = run("advance", "positions", "--reason", "go");

    assertEquals("thorctl: it is down\n", result.err());
    assertEquals(ExitCode.ORDER_REFUSED, result.exitCode());
  }

  @Test
  void wantsAReason() {
    Shell.Result result = run("pause", "positions");

    assertTrue(result.err().contains("--reason"), result.err());
    assertEquals(ExitCode.USAGE, result.exitCode());
  }

  @Test
  void showsWhatIsMissing() {
    answers(
        "gates",
        200,
        "{\"to\":\"CANARY\",\"passes\":false,\"checks\":[{\"result\":\"HOLD\",\"name\":\"lost\",\"words\":\"1 states lost\"}]}");
    Shell.Result result = run("gates", "positions");

    assertEquals(
        "positions to CANARY\n  HOLD         lost           1 states lost\n", result.out());
    assertEquals(ExitCode.HELD, result.exitCode());
  }

  @Test
  void findsABrokenAudit() {
    server.answers(
        "/api/cutover/audit",
        200,
        "{\"entries\":[],\"broken\":{\"index\":0,\"words\":\"revision 3\"}}");
    Shell.Result result = run("audit", "--verify");

    assertEquals("thorctl: the audit is broken: revision 3\n", result.err());
    assertEquals(ExitCode.AUDIT_BROKEN, result.exitCode());
  }
}
