package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shortest proof that a server can carry the probe and a database its evidence. */
@Tag("probe")
class ParitySmokeIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Test
  void comparesBothPaths() {
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.jobs.parity-probe.enabled", "true");
    try (ThorServer server = ThorServers.start(settings, SharedServer.ENVIRONMENT)) {
      CutoverClient cutover = CutoverClient.of(server);
      cutover.awaitComparing(Instant.EPOCH);
      Await.until(
          () -> CutoverClient.FEATURES.stream().allMatch(each -> cutover.distinct(each) > 0),
          LIMIT);
      cutover.assertNoFault();
      assertTrue(Await.until(() -> hasAllApplied(cutover), LIMIT), "the probe does not follow");
    }
  }

  private static boolean hasAllApplied(CutoverClient cutover) {
    JsonObject totals =
        cutover.operator().get("api/cutover").expect(200).json().getJsonObject("totals");
    return totals.getInt("full") == 1 && totals.getInt("applied") == 1;
  }
}
