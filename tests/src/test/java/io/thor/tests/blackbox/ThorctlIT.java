package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operator's command line against a real server; it changes nothing. */
@ExtendWith(SharedServer.class)
class ThorctlIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int HELD = 3;
  private static final int ORDER_REFUSED = 6;

  private final ThorServer server;

  ThorctlIT(ThorServer server) {
    this.server = server;
  }

  @Test
  void explainsAFeature() {
    assertPrints(
        0,
        "positions is SHADOW, you draw it from REST\n  why      .*\n  since    .*\n  next     CANARY: .*\n",
        "why",
        "positions");
    assertPrints(HELD, "positions to CANARY\n  INCONCLUSIVE .*", "gates", "positions");
  }

  @Test
  void rehearsesARollback() {
    assertPrints(
        0,
        "positions: drill passed: WebSocket after [0-9.]+ ms, REST after [0-9.]+ ms\n",
        "drill",
        "positions");
    assertPrints(ORDER_REFUSED, ".*there is no feature 'quotes'\n", "drill", "quotes");
  }

  @Test
  void printsTheLiveStream() {
    assertPrints(
        0,
        "\\[WS] vwap_update: \\{\"symbol\":\"BTC-USD\",.*}\n",
        "tail",
        "--topic",
        "vwap:*",
        "--count",
        "1");
    assertPrints(0, "\\{\"type\":.*}\n\\{\"type\":.*}\n", "tail", "--json", "--count", "2");
  }

  @Test
  void listsSessionsAndVerifiesTheAudit() {
    try (FrameStream stream = ThorClient.signIn(server, DemoUser.TRADER).open()) {
      stream.await("the first frame", LIMIT, frame -> true);
      assertPrints(0, "revision \\d+: \\d+/\\d+ applied, \\d+ sessions\n.*trader.*", "sessions");
    }
    assertPrints(0, "\\d+ entries, the chain holds\n", "audit", "--verify");
  }

  @Test
  void showsTheConfigurationInForce() {
    assertPrints(0, "thor\\.profile +demo +\\([^)]+\\)\n", "config", "profile");
    assertPrints(0, ".*thor\\.trader-password +\\(set\\) .*", "config", "--set");
  }

  private void assertPrints(int exitCode, String pattern, String... arguments) {
    Ctl.Result result = Ctl.run(server, arguments);
    assertEquals(exitCode, result.exitCode(), result.text());
    String text = result.text().replace(System.lineSeparator(), "\n");
    assertTrue(Pattern.compile(pattern, Pattern.DOTALL).matcher(text).matches(), text);
  }
}
