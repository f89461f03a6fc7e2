package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageMachineTest {

  private static final MachineRules ALONE = new MachineRules(Duration.ofMinutes(15), false);
  private static final Command NEXT = new Command.Advance(Optional.empty());
  private static final Command ROLLBACK = new Command.Rollback(Step.SHADOW);

  private static Feature at(Step step) {
    return new Feature(ALONE, step);
  }

  private static void assertRefused(Refusal refusal, String words, Outcome outcome) {
    Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, outcome);
    assertEquals(words, refused.words());
    assertEquals(refusal, refused.refusal());
  }

  private static void assertAccepted(Outcome outcome) {
    assertInstanceOf(Outcome.Accepted.class, outcome);
  }

  @Test
  void advancesStepByStepToTheEnd() {
    Feature feature = at(Step.OFF);
    for (String step :
        new String[] {
          "SHADOW", "CANARY 1 %", "CANARY 5 %", "CANARY 25 %", "CANARY 50 %", "LIVE", "COMPLETE"
        }) {
      assertAccepted(feature.order(NEXT, Feature.ALICE));
      assertEquals(step, feature.state.step().label());
    }
    assertRefused(
        Refusal.NOT_ONE_STEP,
        "positions is COMPLETE: COMPLETE is the last step",
        feature.order(NEXT, Feature.ALICE));
  }

  @Test
  void auditsWhatChanged() {
    Feature feature = at(Step.SHADOW);
    feature.order(NEXT, Feature.ALICE);

    assertEquals(
        new AuditEntry(
            2,
            "positions",
            "advance",
            Feature.ALICE,
            "because",
            "SHADOW",
            "CANARY 1 %",
            "proved",
            feature.now),
        feature.audit.get(0));
    assertEquals("console (alice, \"because\")", feature.state.why());
    assertEquals(2, feature.state.revision());
  }

  @Test
  void wantsAReasonForEverything() {
    Feature feature = at(Step.LIVE);

    assertRefused(
        Refusal.MISSING_REASON,
        "reason is missing; say why",
        feature.order(new Order(ROLLBACK, Feature.ALICE, "  ", OptionalLong.empty())));
  }

  @Test
  void wantsTheRevisionThatWasSeenForWhatRaises() {
    Feature feature = at(Step.LIVE);
    Order blind = new Order(NEXT, Feature.ALICE, "because", OptionalLong.empty());
    assertRefused(
        Refusal.MISSING_REVISION,
        "If-Match is missing; send the revision you have seen, now 1",
        feature.order(blind));

    feature.order(ROLLBACK, Feature.BOB);
    assertRefused(
        Refusal.STALE_REVISION,
        "revision 1 is not the present one: since revision 2 positions is SHADOW ROLLED_BACK,"
            + " console (bob, \"because\"); look again",
        feature.order(new Order(NEXT, Feature.ALICE, "because", OptionalLong.of(1))));
    assertInstanceOf(
        Outcome.Refused.class,
        feature.order(new Order(NEXT, Feature.ALICE, "because", OptionalLong.of(99))));
  }

  @Test
  void aChangeOfAnotherFeatureMakesNoRevisionStale() {
    Feature feature = at(Step.SHADOW);
    feature.revision = 7;

    assertAccepted(feature.order(new Order(NEXT, Feature.ALICE, "because", OptionalLong.of(1))));
    assertEquals(8, feature.state.revision());
  }

  @Test
  void loweringNeedsNoRevision() {
    for (Command command : new Command[] {ROLLBACK, new Command.Pause(), new Command.Kill()}) {
      assertAccepted(
          at(Step.LIVE).order(new Order(command, Feature.ALICE, "because", OptionalLong.of(0))));
    }
  }

  @Test
  void aGateThatHoldsRefusesWithItsWords() {
    Feature feature = at(Step.SHADOW);
    feature.gatesPass = false;

    Outcome outcome = feature.order(NEXT, Feature.ALICE);
    assertRefused(Refusal.GATE_HOLDS, "not proved", outcome);
    assertTrue(((Outcome.Refused) outcome).gates().isPresent());
  }

  @Test
  void skipsNoStep() {
    assertRefused(
        Refusal.NOT_ONE_STEP,
        "positions is SHADOW: the next step is CANARY 1 %",
        at(Step.SHADOW).order(new Command.Advance(Optional.of(Step.LIVE)), Feature.ALICE));
  }

  @Test
  void aFreezeWindowRefusesAdvancesOnly() {
    Feature feature = at(Step.canary(5));
    feature.freeze = Optional.of("XNYS opens");

    assertRefused(Refusal.FROZEN, "XNYS opens", feature.order(NEXT, Feature.ALICE));
    assertAccepted(feature.order(ROLLBACK, Feature.ALICE));
  }

  @Test
  void aRollbackIsLatchedUntilAcknowledgedAndCooledOff() {
    Feature feature = at(Step.LIVE);
    feature.order(ROLLBACK, Feature.ALICE);
    assertEquals(Step.SHADOW, feature.state.step());
    assertRefused(
        Refusal.HELD,
        "it was rolled back at 2026-01-05T14:30:00Z; acknowledge it, and wait until"
            + " 2026-01-05T14:45:00Z",
        feature.order(NEXT, Feature.ALICE));

    assertAccepted(feature.order(new Command.Acknowledge(), Feature.ALICE));
    assertRefused(
        Refusal.HELD,
        "it was rolled back at 2026-01-05T14:30:00Z; wait until 2026-01-05T14:45:00Z",
        feature.order(NEXT, Feature.ALICE));
    assertEquals("SHADOW ROLLED_BACK", feature.state.label(feature.now));

    feature.pass(Duration.ofMinutes(15));
    assertEquals("SHADOW", feature.state.label(feature.now));
    assertAccepted(feature.order(NEXT, Feature.ALICE));
    assertEquals(Overlay.NONE, feature.state.overlay());
  }

  @Test
  void timeAloneUnlatchesNothing() {
    Feature feature = at(Step.LIVE);
    feature.order(ROLLBACK, Feature.ALICE);
    feature.pass(Duration.ofDays(365));

    assertInstanceOf(Outcome.Refused.class, feature.order(NEXT, Feature.ALICE));
  }

  @Test
  void rollsBackToWhatIsLowerForEverybody() {
    Feature feature = at(Step.canary(25));
    feature.order(new Command.Rollback(Step.canary(5)), Feature.ALICE);
    assertEquals(Step.canary(5), feature.state.step());

    Step named = Step.canary(new Canary.Accounts(Set.of("ACC-1")));
    feature.order(new Command.Rollback(named), Feature.ALICE);
    assertEquals(Step.SHADOW, feature.state.step(), "ACC-1 may be outside the five percent");

    feature.order(new Command.Rollback(Step.LIVE), Feature.ALICE);
    assertEquals(Step.SHADOW, feature.state.step());
    feature.order(new Command.Rollback(Step.OFF), Feature.ALICE);
    feature.order(ROLLBACK, Feature.ALICE);
    assertEquals(Step.OFF, feature.state.step());
  }

  @Test
  void aPauseHoldsWhereItIs() {
    Feature feature = at(Step.canary(5));
    assertAccepted(feature.order(new Command.Pause(), Feature.ALICE));
    assertEquals("CANARY 5 % PAUSED", feature.state.label(feature.now));
    assertRefused(
        Refusal.HELD,
        "it is paused since 2026-01-05T14:30:00Z; resume it",
        feature.order(NEXT, Feature.ALICE));
    assertRefused(
        Refusal.NOTHING_TO_DO,
        "it is paused since 2026-01-05T14:30:00Z; resume it",
        feature.order(new Command.Pause(), Feature.ALICE));

    assertAccepted(feature.order(new Command.Resume(), Feature.ALICE));
    assertEquals("CANARY 5 %", feature.state.label(feature.now));
    assertRefused(
        Refusal.NOTHING_TO_DO,
        "positions is neither paused nor OFF",
        feature.order(new Command.Resume(), Feature.ALICE));
  }

  @Test
  void afterAKillResumeGivesShadow() {
    Feature feature = at(Step.LIVE);
    feature.order(new Command.Kill(), Feature.ALICE);
    assertEquals(Step.OFF, feature.state.step());

    feature.order(new Command.Resume(), Feature.ALICE);
    assertEquals(Step.SHADOW, feature.state.step());
  }

  @Test
  void aKillKeepsTheLatch() {
    Feature feature = at(Step.LIVE);
    feature.order(ROLLBACK, Feature.ALICE);
    feature.order(new Command.Kill(), Feature.ALICE);
    feature.order(new Command.Resume(), Feature.ALICE);

    assertEquals("SHADOW ROLLED_BACK", feature.state.label(feature.now));
  }

  @Test
  void whatNobodyRolledBackIsNotAcknowledged() {
    assertRefused(
        Refusal.NOTHING_TO_DO,
        "positions has no rollback to acknowledge",
        at(Step.SHADOW).order(new Command.Acknowledge(), Feature.ALICE));
  }

  @Test
  void withoutTheDatabaseOnlyLoweringIsPossible() {
    Feature feature = at(Step.canary(5));
    feature.databaseUp = false;

    assertRefused(
        Refusal.NO_DATABASE,
        "the database is down; only lowering is possible until it is back",
        feature.order(NEXT, Feature.ALICE));
    assertAccepted(feature.order(ROLLBACK, Feature.ALICE));
  }

  @Test
  void liveNeedsTheWordOfASecondPerson() {
    Feature feature = new Feature(MachineRules.STRICT, Step.canary(50));
    assertInstanceOf(Outcome.Awaiting.class, feature.order(NEXT, Feature.ALICE));
    assertEquals("CANARY 50 %, awaiting LIVE", feature.state.label(feature.now));

    assertRefused(
        Refusal.SAME_PERSON,
        "alice asked for it; another operator approves",
        feature.order(new Command.Approve(), Feature.ALICE));
    assertAccepted(feature.order(new Command.Approve(), Feature.BOB));
    assertEquals("LIVE", feature.state.label(feature.now));
  }

  @Test
  void aGateMustHoldOpenForTheSecondPersonToo() {
    Feature feature = new Feature(MachineRules.STRICT, Step.canary(50));
    feature.order(NEXT, Feature.ALICE);
    feature.gatesPass = false;

    assertRefused(
        Refusal.GATE_HOLDS, "not proved", feature.order(new Command.Approve(), Feature.BOB));
  }

  @Test
  void aRollbackCancelsWhatWaits() {
    Feature feature = new Feature(MachineRules.STRICT, Step.canary(50));
    feature.order(NEXT, Feature.ALICE);
    feature.order(ROLLBACK, Feature.ALICE);

    assertRefused(
        Refusal.NOTHING_TO_DO,
        "no advance of positions waits",
        feature.order(new Command.Approve(), Feature.BOB));
  }

  @Test
  void aCanaryStepNeedsNoSecondPerson() {
    assertAccepted(new Feature(MachineRules.STRICT, Step.SHADOW).order(NEXT, Feature.ALICE));
  }
}
