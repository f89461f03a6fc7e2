package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LadderTest {

  private static final Step NAMED = named("ACC-1001");

  private static Step named(String... accounts) {
    return Step.canary(new Canary.Accounts(Set.of(accounts)));
  }

  @Provide
  static Arbitrary<Step> steps() {
    return Arbitraries.of(
        Step.OFF,
        Step.SHADOW,
        NAMED,
        named("ACC-1001", "ACC-1002"),
        Step.canary(1),
        Step.canary(5),
        Step.canary(25),
        Step.canary(50),
        Step.LIVE,
        Step.COMPLETE);
  }

  @Test
  void goesThroughAllPercentagesOfManyAccounts() {
    assertEquals(
        List.of(
            "SHADOW", "CANARY 1 %", "CANARY 5 %", "CANARY 25 %", "CANARY 50 %", "LIVE", "COMPLETE"),
        climb(new Ladder(500), Step.OFF));
  }

  @Test
  void namesAccountsInPlaceOfSmallPercentages() {
    Ladder few = new Ladder(30);
    assertEquals(List.of("CANARY 25 %", "CANARY 50 %", "LIVE", "COMPLETE"), climb(few, NAMED));
    assertEquals(Optional.empty(), few.next(Step.SHADOW));
    assertEquals(
        "1 % is 0 of 30 accounts, below 5: name accounts instead", few.remedy(Step.SHADOW));
    assertEquals(List.of("LIVE", "COMPLETE"), climb(new Ladder(2), NAMED));
  }

  @Test
  void skipsNoStep() {
    Ladder many = new Ladder(1000);
    assertTrue(many.allows(Step.SHADOW, Step.canary(1)));
    assertTrue(many.allows(Step.SHADOW, NAMED));
    assertFalse(many.allows(Step.SHADOW, Step.canary(5)));
    assertFalse(many.allows(Step.SHADOW, Step.LIVE));
    assertFalse(many.allows(Step.canary(1), NAMED), "who is in would drop out");
    assertFalse(many.allows(Step.COMPLETE, Step.COMPLETE));
    assertEquals("COMPLETE is the last step", many.remedy(Step.COMPLETE));
    assertEquals("the next step is CANARY 5 %", many.remedy(Step.canary(1)));
  }

  @Property
  void coveringOrdersSteps(
      @ForAll("steps") Step one, @ForAll("steps") Step two, @ForAll("steps") Step three) {
    assertTrue(one.covers(one));
    assertTrue(!(one.covers(two) && two.covers(one)) || one.equals(two));
    assertTrue(!(one.covers(two) && two.covers(three)) || one.covers(three));
  }

  @Property
  void whoIsFurtherAtACoveredStepIsNoFurtherHere(
      @ForAll("steps") Step one, @ForAll("steps") Step two, @ForAll("accounts") String accountId) {
    if (one.covers(two)) {
      assertTrue(draws(one, accountId).compareTo(draws(two, accountId)) >= 0);
    }
  }

  @Provide
  Arbitrary<String> accounts() {
    return Arbitraries.integers().between(1000, 1100).map(number -> "ACC-" + number);
  }

  private static RenderPath draws(Step step, String accountId) {
    return new FeatureStage("positions", step.stage(), step.canary(), Overlay.NONE, "test")
        .rendersFor(Optional.of(accountId), new Bucketing("2026-q4"));
  }

  @Property
  void loweringNeverRaises(@ForAll("steps") Step from, @ForAll("steps") Step wanted) {
    assertTrue(from.covers(from.loweredTo(wanted)));
  }

  @Test
  void aCanaryIsForSomebody() {
    assertThrows(IllegalArgumentException.class, () -> Step.of(Stage.CANARY));
    assertThrows(IllegalArgumentException.class, () -> new Step(Stage.LIVE, new Canary.Percent(5)));
    assertThrows(IllegalArgumentException.class, () -> Step.canary(0));
    assertThrows(IllegalArgumentException.class, () -> Step.canary(101));
    assertThrows(IllegalArgumentException.class, () -> new Canary.Accounts(Set.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new Canary.Accounts(new TreeSet<>(Set.of(" "))));
    assertEquals("CANARY [ACC-1, ACC-2]", named("ACC-2", "ACC-1").label());
  }

  private static List<String> climb(Ladder ladder, Step from) {
    List<String> labels = new ArrayList<>();
    Optional<Step> next = ladder.next(from);
    while (next.isPresent()) {
      labels.add(next.get().label());
      next = ladder.next(next.get());
    }
    return labels;
  }
}
