package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Starts of a server, with what is stored from earlier ones. */
class EnvironmentMergeTest {

  private static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");
  private static final Caps FREE = caps(null, false);

  private static Caps caps(Stage maximum, boolean killed) {
    return new Caps("WS_FEATURE_POSITIONS_MAX_STAGE", Optional.ofNullable(maximum), killed);
  }

  private static EnvironmentMerge start(Optional<FeatureState> stored, boolean flag, Caps caps) {
    return EnvironmentMerge.of(
        "positions",
        stored,
        new EnvironmentFlag("WS_FEATURE_POSITIONS", flag, true),
        caps,
        stored.map(FeatureState::revision).orElse(0L),
        NOW);
  }

  @Test
  void theFirstStartIsAudited() {
    EnvironmentMerge merge = start(Optional.empty(), true, FREE);

    assertEquals(Step.LIVE, merge.state().step());
    assertEquals(1, merge.state().revision());
    assertEquals(
        Optional.of(
            new AuditEntry(
                1,
                "positions",
                "environment",
                Actor.ENVIRONMENT,
                "WS_FEATURE_POSITIONS=true",
                "not stored",
                "LIVE",
                "",
                NOW)),
        merge.entry());
  }

  @Test
  void theSameEnvironmentChangesNothing() {
    FeatureState stored = start(Optional.empty(), true, FREE).state();

    assertEquals(
        new EnvironmentMerge(stored, Optional.empty()), start(Optional.of(stored), true, FREE));
  }

  @Test
  void aCapThatComesAndGoesRaisesTheRevision() {
    FeatureState stored = start(Optional.empty(), true, FREE).state();

    EnvironmentMerge capped = start(Optional.of(stored), true, caps(Stage.SHADOW, false));
    assertEquals(Step.LIVE, capped.state().step(), "the cap hides the stored stage");
    assertEquals(2, capped.state().revision());
    assertChange("WS_FEATURE_POSITIONS_MAX_STAGE=SHADOW", "LIVE", "SHADOW", capped);

    EnvironmentMerge free = start(Optional.of(capped.state()), true, FREE);
    assertEquals(3, free.state().revision());
    assertChange("WS_FEATURE_POSITIONS_MAX_STAGE is no longer set", "SHADOW", "LIVE", free);
  }

  @Test
  void theKillSwitchRaisesTheRevision() {
    FeatureState stored = start(Optional.empty(), true, FREE).state();

    EnvironmentMerge killed = start(Optional.of(stored), true, caps(null, true));
    assertChange("WS_KILL_ALL=true", "LIVE", "OFF", killed);
    assertChange(
        "WS_KILL_ALL=false", "OFF", "LIVE", start(Optional.of(killed.state()), true, FREE));
  }

  @Test
  void aFlagThatTurnsFalseRollsBack() {
    FeatureState stored = start(Optional.empty(), true, FREE).state();

    assertChange(
        "WS_FEATURE_POSITIONS changed to false",
        "LIVE",
        "SHADOW",
        start(Optional.of(stored), false, FREE));
  }

  @Test
  void whatIsHeldIsNotPromotedByAFlag() {
    FeatureState stored = start(Optional.empty(), false, FREE).state();
    FeatureState latched =
        stored.moved(Step.SHADOW, Overlay.RolledBack.at(NOW, Duration.ofMinutes(15)));

    EnvironmentMerge merge = start(Optional.of(latched), true, FREE);
    assertEquals(Step.SHADOW, merge.state().step());
    assertEquals(
        "WS_FEATURE_POSITIONS=true is a wish now: it was rolled back at 2026-01-05T14:30:00Z;"
            + " acknowledge it, and wait until 2026-01-05T14:45:00Z",
        merge.state().why());
  }

  @Test
  void aFlagThatOrdersNothingIsRememberedAllTheSame() {
    FeatureState stored =
        start(Optional.empty(), true, FREE).state().moved(Step.SHADOW, Overlay.NONE);

    EnvironmentMerge merge = start(Optional.of(stored), false, FREE);
    assertEquals(Optional.empty(), merge.entry());
    assertEquals(false, merge.state().environment().flag());
    assertEquals(stored.revision(), merge.state().revision());
  }

  @Test
  void aCanaryIsKeptByAWish() {
    FeatureState canary =
        start(Optional.empty(), false, FREE).state().moved(Step.canary(5), Overlay.NONE);
    EnvironmentMerge merge =
        EnvironmentMerge.of(
            "positions",
            Optional.of(canary),
            new EnvironmentFlag("WS_FEATURE_POSITIONS", true, false),
            FREE,
            1,
            NOW);

    assertEquals(Step.canary(5), merge.state().step());
  }

  private static void assertChange(
      String reason, String before, String after, EnvironmentMerge merge) {
    AuditEntry entry = merge.entry().orElseThrow();
    assertEquals(reason, entry.reason());
    assertEquals(before, entry.before());
    assertEquals(after, entry.after());
  }
}
