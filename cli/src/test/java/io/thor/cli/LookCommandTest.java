package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The commands that look: why, sessions, audit in pages, drill, completion. */
class LookCommandTest extends AtServer {

  private static final String POSITIONS = "/api/cutover/positions";

  LookCommandTest() {
    super("operator");
  }

  private Shell.Result run(String... arguments) {
    return Shell.run(environment(), arguments);
  }

  @Test
  void saysWhyAFeatureIsWhereItIs() {
    server.answers(
        "/api/cutover",
        200,
        "{\"revision\":9,\"features\":{\"positions\":{\"stage\":\"SHADOW\",\"renders\":\"REST\",\"why\":\"WS_FEATURE_POSITIONS_MAX_STAGE=SHADOW\"}}}");
    server.answers(
        POSITIONS,
        200,
        """
        {"feature":"positions","revision":8,"stage":"CANARY","percent":5,"why":"console (ann, \\"go\\")",
         "hold":"paused; resume it","changed_at":"2026-01-05T14:30:00Z",
         "pending":{"to":"LIVE","by":"ann","reason":"two clean sessions","since":"2026-01-05T14:30:00Z"}}""");
    server.answers(
        POSITIONS + "/gates",
        200,
        "{\"to\":\"CANARY\",\"passes\":false,\"words\":\"1,204 more comparisons, about 14 min\",\"checks\":[]}");

    assertEquals(
        """
        positions is SHADOW, you draw it from REST
          why      WS_FEATURE_POSITIONS_MAX_STAGE=SHADOW
          stored   CANARY 5%: console (ann, "go")
          since    2026-01-05T14:30:00Z, revision 8
          held     paused; resume it
          waits    for a second operator: LIVE, asked by ann ("two clean sessions")
          next     CANARY: 1,204 more comparisons, about 14 min
        """,
        run("why", "positions").out());
  }

  @Test
  void saysWhyWithoutTheGatesThatNeedTheDatabase() {
    server.answers(
        "/api/cutover",
        200,
        "{\"features\":{\"positions\":{\"stage\":\"SHADOW\",\"renders\":\"REST\",\"why\":\"w\"}}}");
    server.answers(
        POSITIONS,
        200,
        "{\"stage\":\"SHADOW\",\"revision\":8,\"changed_at\":\"2026-01-05T14:30:00Z\"}");
    server.refuses(POSITIONS + "/gates", 503, "{\"title\":\"Service Unavailable\"}");

    Shell.Result result = run("why", "positions");

    assertTrue(result.out().contains("next     not known: "), result.out());
    assertEquals(ExitCode.OK, result.exitCode());
  }

  @Test
  void listsSessionsPageByPage() {
    server.answers(
        "/api/cutover/sessions",
        200,
        page("c1", "\"applied\":9,", "WebSocket") + ",\"next\":\"c1\"}",
        page("c2", "", "REST") + "}");

    assertEquals(
        """
        revision 9: 1/2 applied, 2 sessions
          trader           FULL  applied 9     WS positions=1738  c1
          trader           FULL  applied -     all from REST  c2
        """,
        run("sessions").out());
    assertEquals(
        List.of(
            "POST /api/session",
            "GET /api/cutover/sessions?limit=500",
            "GET /api/cutover/sessions?limit=500&after=c1"),
        server.requests().stream().map(ScriptedServer.Request::line).toList());
  }

  private static String page(String connection, String applied, String renders) {
    return """
        {"revision":9,"totals":{"sessions":2,"full":2,"applied":1},"sessions":[{"connection":"%s",
         "user":"trader","client":"FULL",%s"buckets":{"positions":1738},"renders":{"positions":"%s"}}]"""
        .formatted(connection, applied, renders);
  }

  @Test
  void verifiesTheAuditPageByPage() {
    server.answers(
        "/api/cutover/audit", 200, "{\"entries\":[{},{}],\"next\":7}", "{\"entries\":[{}]}");

    assertEquals("3 entries, the chain holds\n", run("audit", "--verify").out());
    assertEquals("GET /api/cutover/audit?limit=500&after=7", server.requests().get(2).line());
  }

  @Test
  void findsABreakOnALaterPage() {
    server.answers(
        "/api/cutover/audit",
        200,
        "{\"entries\":[],\"next\":7}",
        "{\"entries\":[],\"broken\":{\"index\":0,\"words\":\"revision 8\"}}");
    Shell.Result result = run("audit", "--verify");

    assertEquals("thorctl: the audit is broken: revision 8\n", result.err());
    assertEquals(ExitCode.AUDIT_BROKEN, result.exitCode());
  }

  @Test
  void showsWhatComparingHasFound() {
    server.answers(
        POSITIONS + "/evidence",
        200,
        """
        {"feature":"positions","since":"2026-01-05T14:30:00Z","probe":"running",
         "sources":[{"source":"PROBE","distinct":2996,"self_tests_made":12,"self_tests_seen":12}],
         "totals":[{"source":"PROBE","group":"REST","verdict":"EQUAL","count":2990},
          {"source":"PROBE","group":"REST","verdict":"MISMATCH","result":"CONFIRMED","count":1}],
         "minutes":[],
         "samples":[{"verdict":"MISMATCH","result":"CONFIRMED","topic":"positions:ACC-1001","epoch":"k7",
          "seq":42,"found":"2026-01-05T14:31:00Z","words":"/positions/AAPL/quantity: 3 is 4"}]}""");

    assertEquals(
        """
        positions since 2026-01-05T14:30:00Z; probe: running
          PROBE    2996 distinct, 12 of 12 self-tests seen
          PROBE    REST      EQUAL                    2990
          PROBE    REST      MISMATCH CONFIRMED       1
            2026-01-05T14:31:00Z MISMATCH CONFIRMED positions:ACC-1001 at k7/42: /positions/AAPL/quantity: 3 is 4
        """,
        run("parity", "--feature", "positions").out());
  }

  @Test
  void saysHowADrillWent() {
    server.answers(
        POSITIONS + "/drill", 200, "{\"passed\":true,\"words\":\"WebSocket after 3.120 ms\"}");
    Shell.Result passed = run("drill", "positions");
    assertEquals("positions: drill passed: WebSocket after 3.120 ms\n", passed.out());
    assertEquals(ExitCode.OK, passed.exitCode());

    server.answers(
        "/api/cutover/intraday/drill", 200, "{\"passed\":false,\"words\":\"no REST within 2 s\"}");
    assertEquals(ExitCode.DRILL_FAILED, run("drill", "intraday").exitCode());
  }

  @Test
  void printsTheCompletionOfAllCommands() {
    Shell.Result result = Shell.run(Map.of(), "completion");

    assertEquals(ExitCode.OK, result.exitCode());
    for (String word : List.of("complete -F _complete_thorctl", "rollback", "--if-match", "tail")) {
      assertTrue(result.out().contains(word), word);
    }
  }
}
