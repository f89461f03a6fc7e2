package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusCommandTest {

  private static final String SESSION =
      """
      {"token":"t0ken","expires_in":900,"username":"operator1","roles":["operator"]}""";

  private static final String PARTIAL =
      """
      {"revision":12,"features":{
        "account_balance":{"stage":"LIVE","renders":"WebSocket","why":"console (operator1, \\"two clean sessions\\")"},
        "positions":{"stage":"SHADOW","renders":"REST","why":"default; set WS_FEATURE_POSITIONS=true or advance it"},
        "intraday":{"stage":"CANARY","renders":"REST","percent":5,"why":"console"},
        "global_market":{"stage":"COMPLETE","renders":"REST","percent":null,"why":"WS_KILL_ALL"}},
       "poll_seconds":{"positions":10},"later":true}
      """;

  private ScriptedServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = new ScriptedServer().answers("/api/session", 200, SESSION);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void printsOneLineForEachFeatureInTheServersOrder() {
    server.answers("/api/cutover", 200, PARTIAL);

    Shell.Result result = status();

    assertEquals("", result.err());
    assertEquals(
        """
        WebSocket cutover status                                      revision 12
        PARTIAL CUTOVER - some features using WebSocket (1/4)
          [WS  ] account_balance  LIVE      why: console (operator1, "two clean sessions")
          [REST] positions        SHADOW    why: default; set WS_FEATURE_POSITIONS=true or advance it
          [REST] intraday         CANARY 5% why: console
          [REST] global_market    COMPLETE  why: WS_KILL_ALL
        """,
        result.out());
    assertEquals(ExitCode.OK, result.exitCode());
  }

  @Test
  void saysOffWhenNothingIsSent() {
    server.answers("/api/cutover", 200, twoFeatures("REST", "REST").replace("SHADOW", "OFF"));

    assertEquals(
        """
        WebSocket cutover status                                      revision 3
        OFF - nothing is sent, all features using REST (0/2)
          [REST] positions        OFF      why: default
          [REST] intraday         OFF      why: default
        """,
        status().out());
  }

  @Test
  void saysShadowModeWhenNothingRendersFromWebSocket() {
    server.answers("/api/cutover", 200, twoFeatures("REST", "REST"));

    assertEquals(
        """
        WebSocket cutover status                                      revision 3
        SHADOW MODE - all features using REST (0/2)
          [REST] positions        SHADOW   why: default
          [REST] intraday         SHADOW   why: default
        """,
        status().out());
  }

  @Test
  void saysFullCutoverWhenEverythingRendersFromWebSocket() {
    server.answers("/api/cutover", 200, twoFeatures("WebSocket", "WebSocket"));

    assertEquals(
        "FULL CUTOVER - all features using WebSocket (2/2)", status().out().split("\n")[1]);
  }

  @Test
  void exitsWithFourWhileAFeatureIsLatchedAsRolledBack() {
    server.answers(
        "/api/cutover",
        200,
        """
        {"revision":7,"features":{"positions":
          {"stage":"SHADOW","renders":"REST","overlay":"ROLLED_BACK","why":"mismatch in quantity"}}}""");

    Shell.Result result = status();

    assertEquals(ExitCode.ROLLED_BACK, result.exitCode());
    assertEquals(
        "  [REST] positions        SHADOW ROLLED_BACK why: mismatch in quantity",
        result.out().split("\n")[2]);
  }

  @Test
  void printsTheServersJsonAsItCame() {
    server.answers("/api/cutover", 200, PARTIAL);

    Shell.Result result = status("--json");

    assertEquals(PARTIAL.strip() + "\n", result.out());
    assertEquals(ExitCode.OK, result.exitCode());
  }

  @Test
  void keepsTheExitCodeOfALatchWithJson() {
    server.answers("/api/cutover", 200, twoFeatures("REST", "REST\",\"overlay\":\"ROLLED_BACK"));

    assertEquals(ExitCode.ROLLED_BACK, status("--json").exitCode());
  }

  @Test
  void namesTheFieldThatCannotBeUsed() {
    server.answers("/api/cutover", 200, twoFeatures("REST", "Pigeon"));

    Shell.Result result = status();

    assertEquals(
        "thorctl: The answer of /api/cutover cannot be used: features.intraday.renders is 'Pigeon',"
            + " not REST or WebSocket. Do thorctl and the server have the same version?\n",
        result.err());
    assertEquals("", result.out());
    assertEquals(ExitCode.SERVER_FAILED, result.exitCode());
  }

  @Test
  void letsNoTextOfTheServerSteerTheTerminal() {
    server.answers(
        "/api/cutover",
        200,
        """
        {"revision":1,"features":{"positions":
          {"stage":"SHADOW","renders":"REST","why":"a\\u001b[2Jb\\nc"}}}""");

    assertEquals("  [REST] positions        SHADOW   why: a [2Jb c", status().out().split("\n")[2]);
  }

  private Shell.Result status(String... more) {
    String[] arguments = new String[more.length + 1];
    arguments[0] = "status";
    System.arraycopy(more, 0, arguments, 1, more.length);
    return Shell.run(
        Map.of("THOR_URL", server.url(), "THOR_USER", "operator1", "THOR_PASSWORD", "s3cret!"),
        arguments);
  }

  private static String twoFeatures(String positions, String intraday) {
    return """
        {"revision":3,"features":{
          "positions":{"stage":"SHADOW","renders":"%s","why":"default"},
          "intraday":{"stage":"SHADOW","renders":"%s","why":"default"}}}"""
        .formatted(positions, intraday);
  }
}
