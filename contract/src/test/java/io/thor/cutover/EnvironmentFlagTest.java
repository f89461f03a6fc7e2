package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of what the environment may do at a start. */
class EnvironmentFlagTest {

  private static final String VARIABLE = "WS_FEATURE_POSITIONS";

  @ParameterizedTest(name = "first start with {0}, may promote {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | true  | LIVE   | WS_FEATURE_POSITIONS=true
          true  | false | SHADOW | WS_FEATURE_POSITIONS=true is a wish here: advance it past its gates
          false | true  | SHADOW | default; set WS_FEATURE_POSITIONS=true or advance it
          false | false | SHADOW | default; set WS_FEATURE_POSITIONS=true or advance it
          """)
  void decidesAtTheFirstStart(boolean value, boolean mayPromote, Stage to, String why) {
    assertEquals(
        Optional.of(new EnvironmentFlag.Move(to, why)),
        new EnvironmentFlag(VARIABLE, value, mayPromote).moveFrom(Optional.empty()));
  }

  @ParameterizedTest(name = "{0}, changed to true, may promote {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OFF      | true  | LIVE     | WS_FEATURE_POSITIONS=true
          SHADOW   | true  | LIVE     | WS_FEATURE_POSITIONS=true
          CANARY   | true  | LIVE     | WS_FEATURE_POSITIONS=true
          LIVE     | true  | LIVE     | WS_FEATURE_POSITIONS=true
          COMPLETE | true  | COMPLETE | WS_FEATURE_POSITIONS=true
          OFF      | false | OFF      | WS_FEATURE_POSITIONS=true is a wish here: advance it past its gates
          SHADOW   | false | SHADOW   | WS_FEATURE_POSITIONS=true is a wish here: advance it past its gates
          CANARY   | false | CANARY   | WS_FEATURE_POSITIONS=true is a wish here: advance it past its gates
          LIVE     | false | LIVE     | WS_FEATURE_POSITIONS=true
          COMPLETE | false | COMPLETE | WS_FEATURE_POSITIONS=true
          """)
  void advancesToLiveWhenItChangesToTrue(Stage before, boolean mayPromote, Stage to, String why) {
    assertEquals(
        Optional.of(new EnvironmentFlag.Move(to, why)),
        new EnvironmentFlag(VARIABLE, true, mayPromote).moveFrom(stored(before, false)));
  }

  @ParameterizedTest(name = "{0}, changed to false: {1}")
  @CsvSource({"OFF,", "SHADOW,", "CANARY, SHADOW", "LIVE, SHADOW", "COMPLETE, SHADOW"})
  void rollsBackWhenItChangesToFalse(Stage before, Stage to) {
    Optional<EnvironmentFlag.Move> expected =
        Optional.ofNullable(to)
            .map(stage -> new EnvironmentFlag.Move(stage, VARIABLE + " changed to false"));

    assertEquals(
        expected, new EnvironmentFlag(VARIABLE, false, true).moveFrom(stored(before, true)));
    assertEquals(
        expected, new EnvironmentFlag(VARIABLE, false, false).moveFrom(stored(before, true)));
  }

  @ParameterizedTest(name = "an operator chose {0}, the value is still {1}")
  @CsvSource({
    "OFF, true", "SHADOW, true", "CANARY, true", "LIVE, true", "COMPLETE, true",
    "OFF, false", "SHADOW, false", "CANARY, false", "LIVE, false", "COMPLETE, false"
  })
  void neverUndoesAnOperatorWhileItIsUnchanged(Stage chosen, boolean value) {
    assertEquals(
        Optional.empty(),
        new EnvironmentFlag(VARIABLE, value, true).moveFrom(stored(chosen, value)));
  }

  @Test
  void aRestartNeverPromotesWhatWasRolledBack() {
    Installation installation = new Installation();
    installation.start(true, true);
    installation.operate(Stage.SHADOW);

    installation.start(true, true);
    assertEquals(Optional.of(Stage.SHADOW), installation.stage());
  }

  @Test
  void aWishIsNotGrantedByALaterRestart() {
    Installation installation = new Installation();
    installation.start(true, false);

    installation.start(true, true);
    assertEquals(Optional.of(Stage.SHADOW), installation.stage());
  }

  @Test
  void isNamedAfterItsFeature() {
    assertEquals("WS_FEATURE_ACCOUNT_BALANCE", EnvironmentFlag.variableFor("account_balance"));
  }

  private static Optional<EnvironmentFlag.Stored> stored(Stage stage, boolean lastValue) {
    return Optional.of(new EnvironmentFlag.Stored(stage, lastValue, Optional.empty()));
  }
}
