package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The cutover's figures for Prometheus, and who is counted as a caller of the old path. */
@ExtendWith(SharedServer.class)
class CutoverMetricsIT {
  private static final String CALLERS =
      "thor_rest_callers_total{feature=\"account_balance\",purpose=\"%s\"}";

  private final ThorClient operator;
  private final ThorClient trader;

  CutoverMetricsIT(ThorServer server) {
    operator = ThorClient.signIn(server, DemoUser.OPERATOR);
    trader = ThorClient.signIn(server, DemoUser.TRADER2);
    TopicsOf.awaitAll(trader);
  }

  @Test
  void countsCallersByPurpose() {
    for (String purpose : List.of("history", "resync", "other")) {
      BigDecimal before = figure(CALLERS.formatted(purpose));
      Answer answer = trader.get("api/account/balance", "Thor-Purpose", purpose).expect(200);
      assertEquals(before.add(BigDecimal.ONE), figure(CALLERS.formatted(purpose)));
      assertFalse(answer.headers().map().containsKey("Deprecation"), "it is not COMPLETE");
    }
    BigDecimal before = figure(CALLERS.formatted("none"));
    trader.get("api/account/balance").expect(200);
    assertTrue(figure(CALLERS.formatted("none")).compareTo(before) > 0);
  }

  @Test
  void tellsStagesAgesAndFollowers() {
    trader.get("api/positions").expect(200);

    assertEquals(
        BigDecimal.ONE, figure("thor_cutover_stage{feature=\"positions\"}").stripTrailingZeros());
    for (String name :
        List.of(
            "thor_cutover_applied",
            "thor_cutover_followers",
            "thor_age_seconds{feature=\"positions\",path=\"rest\"}",
            "thor_age_seconds{feature=\"intraday\",path=\"websocket\"}")) {
      assertTrue(text().contains("\n" + name + " "), name);
    }
  }

  private BigDecimal figure(String name) {
    Matcher line = Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)").matcher(text());
    return line.find() ? new BigDecimal(line.group(1)).setScale(0) : BigDecimal.ZERO;
  }

  private String text() {
    return operator.get("api/metrics").expect(200).body();
  }
}
