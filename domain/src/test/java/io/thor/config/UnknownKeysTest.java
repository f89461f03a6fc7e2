package io.thor.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnknownKeysTest {

  @Test
  void whatIsMistypedIsToldWithTheNearestKey() {
    assertEquals(
        List.of(
            "thor.push.worker is no key of Thor; did you mean thor.push.workers?",
            "THOR_PROFLE is no variable of Thor; did you mean THOR_PROFILE?",
            "WS_FEATURE_POSITION is no variable of Thor; did you mean WS_FEATURE_POSITIONS?"),
        UnknownKeys.find(Set.of("thor.push.worker"), Set.of("THOR_PROFLE", "WS_FEATURE_POSITION")));
  }

  @Test
  void whatThorReadsIsNotTold() {
    assertEquals(
        List.of(),
        UnknownKeys.find(
            Set.of(
                "thor.push.workers",
                "thor.jobs.market-status.interval-ms",
                "thor.push.max-rate.vwap",
                "ws.feature.positions",
                "ws.feature.positions.max.stage",
                "thor.offered-password.trader"),
            Set.of(
                "THOR_PUSH_WORKERS",
                "THOR_JOBS_MARKET_STATUS_INTERVAL_MS",
                "WS_FEATURE_GLOBAL_MARKET",
                "WS_FEATURE_GLOBAL_MARKET_MAX_STAGE",
                "WS_KILL_ALL",
                "THOR_HOME")));
  }

  @Test
  void whatServersMakeOfVariablesIsNotToldTwice() {
    assertEquals(
        List.of("THOR_PROFLE is no variable of Thor; did you mean THOR_PROFILE?"),
        UnknownKeys.find(
            Set.of("thor.admin.password", "thor.profle"),
            Set.of("THOR_ADMIN_PASSWORD", "THOR_PROFLE")));
  }

  @Test
  void whatBelongsToOthersIsNotTold() {
    assertEquals(
        List.of(), UnknownKeys.find(Set.of("java.home", "thorough"), Set.of("PATH", "THORAX")));
  }
}
