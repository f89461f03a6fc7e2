package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is missing for each step, in words. */
class GatesTest {

  private static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");
  private static final Instant SINCE = NOW.minus(Duration.ofMinutes(20));
  private static final Step NAMED = Step.canary(new Canary.Accounts(Set.of("ACC-1001")));

  private final Gates gates = new Gates(GateRules.DEFAULTS);

  @ParameterizedTest(name = "{0} compared, {1} confirmed: {2}, {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2996  | 0 | PASS         | 0 mismatches confirmed in 2,996 comparisons
          2995  | 0 | INCONCLUSIVE | 1 more comparisons, about 1 min
          1792  | 0 | INCONCLUSIVE | 1,204 more comparisons, about 14 min
          0     | 0 | INCONCLUSIVE | 2,996 more comparisons, about 34 min
          4744  | 1 | PASS         | 1 mismatches confirmed in 4,744 comparisons
          4743  | 1 | INCONCLUSIVE | 1 more comparisons, about 1 min
          6296  | 2 | PASS         | 2 mismatches confirmed in 6,296 comparisons
          2996  | 9 | HOLD         | 9 mismatches confirmed in 2,996 comparisons: more than may be
          """)
  void shadowExcludesMismatches(
      long distinct, long confirmed, GateCheck.Result result, String words) {
    Evidence evidence = shadow(comparisons(distinct, confirmed, 0, 0));

    assertEquals(
        new GateCheck("mismatches", result, words),
        check(Step.SHADOW, Step.canary(1), evidence, "mismatches"));
  }

  @Test
  void aPassedGateSaysWhatHolds() {
    GateReport report =
        gates.check(Step.SHADOW, Step.canary(1), shadow(comparisons(2996, 0, 0, 0)), NOW);

    assertTrue(report.passes());
    assertEquals(
        "0 mismatches confirmed in 2,996 comparisons; 0 states lost; 0 of 2,996 comparisons"
            + " undecided, 5 % may be; 3 of 3 self-tests seen; rollback drill at"
            + " 2026-01-05T14:10:00Z, may be 24 h old",
        report.words());
  }

  @Test
  void shadowForgivesNoLoss() {
    assertHolds("1 states lost", Step.SHADOW, Step.canary(1), shadow(comparisons(9999, 0, 1, 0)));
  }

  @Test
  void shadowToleratesFivePercentUndecided() {
    Step to = Step.canary(1);
    assertTrue(gates.check(Step.SHADOW, to, shadow(comparisons(9500, 0, 0, 500)), NOW).passes());
    assertHolds(
        "501 of 10,001 comparisons undecided, 5 % may be",
        Step.SHADOW, to, shadow(comparisons(9500, 0, 0, 501)));
  }

  @Test
  void shadowNeedsAComparatorThatSees() {
    Evidence.Comparisons enough = comparisons(2996, 0, 0, 0);
    assertHolds(
        "2 of 3 self-tests seen",
        Step.SHADOW,
        Step.canary(1),
        shadow(enough, new Evidence.SelfTests(3, 2), Optional.of(SINCE)));
    assertHolds(
        "no self-test was made yet",
        Step.SHADOW,
        Step.canary(1),
        shadow(enough, new Evidence.SelfTests(0, 0), Optional.of(SINCE)));
  }

  @Test
  void shadowNeedsADrillOfToday() {
    Evidence.SelfTests tests = new Evidence.SelfTests(3, 3);
    Evidence.Comparisons enough = comparisons(2996, 0, 0, 0);
    Instant dayBefore = NOW.minus(Duration.ofHours(24));
    Step to = Step.canary(1);

    assertTrue(
        gates.check(Step.SHADOW, to, shadow(enough, tests, Optional.of(dayBefore)), NOW).passes());
    assertHolds(
        "rollback drill at 2026-01-04T14:29:59Z, may be 24 h old",
        Step.SHADOW,
        to,
        shadow(enough, tests, Optional.of(dayBefore.minusSeconds(1))));
    assertHolds(
        "no rollback drill yet; make one",
        Step.SHADOW,
        to,
        shadow(enough, tests, Optional.empty()));
  }

  @Test
  void marketsAreProvedByEveryChangeOfADay() {
    Step to = Step.canary(1);
    assertTrue(gates.check(Step.SHADOW, to, markets(11, 11), NOW).passes());
    assertHolds("10 of 11 changes of a session day equal", Step.SHADOW, to, markets(11, 10));
    assertHolds("no session day was watched to its end", Step.SHADOW, to, markets(0, 0));
  }

  @Test
  void nothingKnownNeverPromotes() {
    Evidence none = Evidence.none(NOW);

    assertFalse(gates.check(Step.SHADOW, Step.canary(1), none, NOW).passes());
    assertFalse(gates.check(Step.canary(1), Step.canary(5), none, NOW).passes());
    assertFalse(gates.check(Step.canary(50), Step.LIVE, none, NOW).passes());
    assertFalse(gates.check(NAMED, Step.LIVE, none, NOW).passes());
    assertFalse(gates.check(Step.LIVE, Step.COMPLETE, none, NOW).passes());
    assertTrue(gates.check(Step.OFF, Step.SHADOW, none, NOW).passes(), "SHADOW has no gate");
  }

  @Test
  void aCanaryStepTakesTimeAndComparisons() {
    Step from = Step.canary(1);
    Step to = Step.canary(5);
    assertTrue(gates.check(from, to, canary(SINCE, 500, 0, 500, 0, 0), NOW).passes());
    assertHolds(
        "6 more minutes at this step",
        from,
        to,
        canary(NOW.minus(Duration.ofMinutes(10)).plusSeconds(30), 500, 0, 500, 0, 0));
    assertHolds(
        "1 more comparisons, about 1 min in each group",
        from,
        to,
        canary(SINCE, 499, 0, 900, 0, 0));
  }

  @Test
  void aCanaryIsHardlyWorseThanTheOthers() {
    Step from = Step.canary(1);
    Step to = Step.canary(5);
    assertTrue(gates.check(from, to, canary(SINCE, 1000, 3, 1000, 2, 0), NOW).passes());
    assertHolds(
        "4 of 1,000 comparisons faulty on WebSocket, 2 of 1,000 on REST",
        from,
        to,
        canary(SINCE, 1000, 4, 1000, 2, 0));
  }

  @Test
  void aCanaryIsHardlyEverStale() {
    Step from = Step.canary(1);
    Step to = Step.canary(5);
    assertTrue(gates.check(from, to, canary(SINCE, 500, 0, 500, 0, 1000), NOW).passes());
    assertHolds(
        "stale for 1,001 of 1,000,000 ms, 0.1 % may be",
        from, to, canary(SINCE, 500, 0, 500, 0, 1001));
  }

  @Test
  void namedAccountsPassTheGateOfShadow() {
    Evidence evidence = shadow(comparisons(2996, 0, 0, 0));

    assertTrue(gates.check(NAMED, Step.canary(5), evidence, NOW).passes());
    assertHolds("0 of 2 market sessions clean, 2 more", NAMED, Step.LIVE, evidence);
  }

  @Test
  void completeNeedsFiveSessionsAndNoCallers() {
    assertTrue(gates.check(Step.LIVE, Step.COMPLETE, sessions(5, 0), NOW).passes());
    assertHolds("4 of 5 market sessions clean, 1 more", Step.LIVE, Step.COMPLETE, sessions(4, 0));
    assertHolds(
        "1,200 callers without purpose in the last session",
        Step.LIVE,
        Step.COMPLETE,
        sessions(5, 1200));
  }

  @Test
  void withoutAPaceThereIsNoEstimate() {
    assertEquals("1,204 more comparisons", Words.more(1204, 0));
  }

  private void assertHolds(String words, Step from, Step to, Evidence evidence) {
    GateReport report = gates.check(from, to, evidence, NOW);

    assertFalse(report.passes());
    assertEquals(words, report.words());
  }

  private GateCheck check(Step from, Step to, Evidence evidence, String name) {
    return gates.check(from, to, evidence, NOW).checks().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Evidence.Comparisons comparisons(
      long distinct, long confirmed, long lost, long undecided) {
    return new Evidence.Comparisons(distinct, confirmed, lost, distinct + undecided, undecided);
  }

  private static Evidence shadow(Evidence.Comparisons comparisons) {
    return shadow(comparisons, new Evidence.SelfTests(3, 3), Optional.of(SINCE));
  }

  private static Evidence shadow(
      Evidence.Comparisons comparisons, Evidence.SelfTests tests, Optional<Instant> drill) {
    Evidence none = Evidence.none(SINCE);
    return new Evidence(
        comparisons, tests, drill, Optional.empty(), none.canaryStep(), none.sessions(), 90);
  }

  private static Evidence markets(long expected, long equal) {
    Evidence shadow = shadow(comparisons(20, 0, 0, 0));
    return new Evidence(
        shadow.comparisons(),
        shadow.selfTests(),
        shadow.lastDrill(),
        Optional.of(new Evidence.Transitions(expected, equal)),
        shadow.canaryStep(),
        shadow.sessions(),
        1);
  }

  private static Evidence canary(
      Instant since, long canary, long canaryFaults, long rest, long restFaults, long staleMs) {
    Evidence none = Evidence.none(since);
    return new Evidence(
        none.comparisons(),
        none.selfTests(),
        none.lastDrill(),
        none.transitions(),
        new Evidence.CanaryStep(
            since,
            new Evidence.Group(canary, canaryFaults),
            new Evidence.Group(rest, restFaults),
            Duration.ofMillis(staleMs),
            Duration.ofSeconds(1000)),
        none.sessions(),
        100);
  }

  private static Evidence sessions(int clean, long callers) {
    Evidence none = Evidence.none(SINCE);
    return new Evidence(
        none.comparisons(),
        none.selfTests(),
        none.lastDrill(),
        none.transitions(),
        none.canaryStep(),
        new Evidence.Sessions(clean, callers),
        0);
  }
}
