package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

  private static final String VARIABLE = "WS_FEATURE_POSITIONS_MAX_STAGE";

  @Test
  void goesForwardInOneOrder() {
    assertEquals(
        List.of(Stage.OFF, Stage.SHADOW, Stage.CANARY, Stage.LIVE, Stage.COMPLETE),
        List.of(Stage.values()));
  }

  @ParameterizedTest
  @CsvSource({
    "OFF, false, REST",
    "SHADOW, true, REST",
    "CANARY, true, REST",
    "LIVE, true, WebSocket",
    "COMPLETE, true, WebSocket"
  })
  void saysWhatIsSentAndWhatIsDrawn(Stage stage, boolean sends, String renders) {
    assertEquals(sends, stage.sends());
    assertEquals(renders, stage.renders().toString());
    assertEquals(
        stage.renders() == RenderPath.WEBSOCKET, new FeatureStage("f", stage, "test").enabled());
  }

  @Property
  void aCapNeverRaises(@ForAll Stage stage, @ForAll Stage cap) {
    Stage capped = stage.atMost(cap);

    assertEquals(Math.min(stage.ordinal(), cap.ordinal()), capped.ordinal());
    assertEquals(capped, cap.atMost(stage));
  }

  @Property
  void theMaximumIsTheReasonOnlyWhereItBinds(@ForAll Stage stage, @ForAll Stage maximum) {
    FeatureStage stored = new FeatureStage("positions", stage, "console");
    FeatureStage inForce = new Caps(VARIABLE, Optional.of(maximum), false).applyTo(stored);

    if (stage.compareTo(maximum) <= 0) {
      assertSame(stored, inForce);
    } else {
      assertEquals(new FeatureStage("positions", maximum, VARIABLE + "=" + maximum), inForce);
    }
  }

  @Property
  void withoutCapsTheStoredStageHolds(@ForAll Stage stage) {
    FeatureStage stored = new FeatureStage("positions", stage, "console");

    assertSame(stored, new Caps(VARIABLE, Optional.empty(), false).applyTo(stored));
  }

  @Property
  void theKillSwitchWinsOverAll(@ForAll Stage stage, @ForAll Stage maximum) {
    FeatureStage stored = new FeatureStage("positions", stage, "console");

    assertEquals(
        new FeatureStage("positions", Stage.OFF, "WS_KILL_ALL=true"),
        new Caps(VARIABLE, Optional.of(maximum), true).applyTo(stored));
  }
}
