package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static FeatureStage says(Step step) {
    return new FeatureStage("positions", step.stage(), step.canary(), Overlay.NONE, "test");
  }

  @Test
  void nodesThatAgreeRaiseNoAlarm() {
    FeatureStage live = says(Step.LIVE);

    assertEquals(
        new Agreement(live, Optional.empty()), Agreement.of(Map.of("n1", live, "n2", live)));
  }

  @Test
  void theLowestWinsWithAnAlarm() {
    Agreement agreement =
        Agreement.of(
            Map.of("n2", says(Step.LIVE), "n1", says(Step.SHADOW), "n3", says(Step.COMPLETE)));

    assertEquals(says(Step.SHADOW), agreement.lowest());
    assertEquals(
        Optional.of(
            "nodes disagree about positions: n1 says SHADOW, n2 says LIVE, n3 says COMPLETE;"
                + " SHADOW holds until they have the same settings"),
        agreement.alarm());
  }

  @Test
  void theSmallerCanaryIsLower() {
    FeatureStage five = says(Step.canary(5));
    FeatureStage named = says(Step.canary(new Canary.Accounts(Set.of("ACC-1"))));
    FeatureStage nobody = new FeatureStage("positions", Stage.CANARY, "test");

    assertEquals(five, Agreement.of(Map.of("n1", says(Step.canary(25)), "n2", five)).lowest());
    assertEquals(named, Agreement.of(Map.of("n1", named, "n2", five)).lowest());
    assertEquals(nobody, Agreement.of(Map.of("n1", named, "n2", nobody)).lowest());
  }

  @Test
  void somebodyMustSaySomething() {
    assertThrows(IllegalArgumentException.class, () -> Agreement.of(Map.of()));
  }
}
