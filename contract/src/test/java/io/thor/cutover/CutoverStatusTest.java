package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CutoverStatusTest {

  private static CutoverStatus status(Stage... stages) {
    List<String> names = List.of("account_balance", "positions", "intraday");
    return new CutoverStatus(
        12,
        Stream.iterate(0, index -> index < stages.length, index -> index + 1)
            .map(index -> new FeatureStage(names.get(index), stages[index], "test"))
            .toList());
  }

  @Test
  void answersForOneFeature() {
    CutoverStatus status = status(Stage.LIVE, Stage.SHADOW);

    assertEquals(new FeatureStage("positions", Stage.SHADOW, "test"), status.of("positions"));
    assertTrue(status.isEnabled("account_balance"));
    assertFalse(status.isEnabled("positions"));
  }

  @Test
  void namesTheFeaturesThatExist() {
    CutoverStatus status = status(Stage.LIVE, Stage.SHADOW);

    assertEquals(
        "feature 'quotes' is unknown; use one of [account_balance, positions]",
        assertThrows(NoSuchElementException.class, () -> status.of("quotes")).getMessage());
    assertThrows(NoSuchElementException.class, () -> status.isEnabled("Positions"));
  }

  @Test
  void tellsNoneSomeAndAll() {
    CutoverStatus none = status(Stage.OFF, Stage.SHADOW, Stage.CANARY);
    assertFalse(none.anyLive());
    assertFalse(none.allLive());

    CutoverStatus some = status(Stage.COMPLETE, Stage.SHADOW);
    assertTrue(some.anyLive());
    assertFalse(some.allLive());

    CutoverStatus all = status(Stage.LIVE, Stage.COMPLETE);
    assertTrue(all.anyLive());
    assertTrue(all.allLive());
  }

  @Test
  void cannotBeChangedFromOutside() {
    CutoverStatus status = status(Stage.LIVE);

    assertThrows(UnsupportedOperationException.class, () -> status.features().clear());
  }

  @Test
  void aFeatureStageIsComplete() {
    assertThrows(NullPointerException.class, () -> new FeatureStage(null, Stage.OFF, ""));
    assertThrows(NullPointerException.class, () -> new FeatureStage("f", null, ""));
    assertThrows(NullPointerException.class, () -> new FeatureStage("f", Stage.OFF, null));
  }
}
