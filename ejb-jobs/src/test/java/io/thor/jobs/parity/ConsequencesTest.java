package io.thor.jobs.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.parity.Action;
import io.thor.parity.ParityOrders;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsequencesTest {

  private final List<String> given = new ArrayList<>();

  private final Consequences consequences =
      new Consequences(
          new ParityOrders() {
            @Override
            public boolean rollBack(String feature, String cause, String reason, String evidence) {
              return given.add("roll back " + feature + " for " + cause);
            }

            @Override
            public boolean pause(String feature, String reason, String evidence) {
              return given.add("pause " + feature + ": " + reason);
            }

            @Override
            public void tell(String kind, String feature, String message) {
              given.add("tell of " + feature);
            }
          });

  private static FeatureJudge.Demand demand(String feature, Action action) {
    return new FeatureJudge.Demand(feature, action, "mismatch", "they differ", "");
  }

  @Test
  void aRollbackWaitsForAWordAboutRest() {
    consequences.demand(demand("positions", Action.ROLL_BACK));
    consequences.follow();
    assertTrue(consequences.isHealthWanted());
    assertEquals(List.of(), given);

    assertEquals(List.of("positions"), consequences.restIs(true, feature -> true));
    assertEquals(List.of("roll back positions for mismatch"), given);
    assertTrue(consequences.isEmpty());
  }

  @Test
  void whereRestIsNotHealthyEitherItPauses() {
    consequences.demand(demand("positions", Action.ROLL_BACK));
    consequences.demand(demand("intraday", Action.ROLL_BACK));
    consequences.restIs(true, "intraday"::equals);
    assertEquals(
        List.of(
            "pause positions: they differ; but REST is not healthy either",
            "roll back intraday for mismatch"),
        given);
  }

  @Test
  void aServerThatIsNotReadyPausesAll() {
    consequences.demand(demand("positions", Action.ROLL_BACK));
    consequences.restIs(false, feature -> true);
    assertEquals(List.of("pause positions: they differ; but REST is not healthy either"), given);
  }

  @Test
  void pausesAndTellsAtOnce() {
    consequences.demand(demand("positions", Action.PAUSE));
    consequences.demand(demand("intraday", Action.NONE));
    consequences.follow();
    assertEquals(List.of("pause positions: they differ", "tell of intraday"), given);
    assertFalse(consequences.isHealthWanted());
  }

  @Test
  void aRollbackThatHasComeAboutMeanwhileIsNotOrderedOnceMore() {
    consequences.demand(demand("positions", Action.ROLL_BACK));
    consequences.demand(demand("intraday", Action.ROLL_BACK));
    consequences.dropRollbacks("positions"::equals);
    consequences.restIs(true, feature -> true);
    assertEquals(List.of("roll back intraday for mismatch"), given);
  }

  @Test
  void severalFaultsOfAFeatureRollItBackOnce() {
    consequences.demand(demand("positions", Action.ROLL_BACK));
    consequences.demand(demand("positions", Action.ROLL_BACK));
    consequences.restIs(true, feature -> true);
    assertEquals(1, given.size());
  }
}
