package io.thor.jobs.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.Topic;
import io.thor.parity.ComparisonRules;
import io.thor.parity.Snapshot;
import io.thor.parity.Suspicion;
import io.thor.parity.TopicKind;
import io.thor.parity.Value;
import io.thor.parity.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchedTopicTest {

  private static final Instant START = Instant.parse("2026-01-05T14:30:00Z");
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration QUICK = Duration.ofMillis(5);

  private final WatchedTopic state = topic(TopicKind.STATE);

  private static WatchedTopic topic(TopicKind kind) {
    Route route =
        new Route(
            "positions", new Topic("positions", "A"), Optional.of("A"), "api/positions", kind);
    WatchedTopic topic = new WatchedTopic(route, ComparisonRules.DEFAULTS, POLL, START);
    topic.begin();
    return topic;
  }

  private static Snapshot at(long seq, String cash) {
    Value value = new Value.Number(new BigDecimal(cash));
    return new Snapshot("k7", seq, new Value.Fields(Map.of("cash", value)));
  }

  private static Instant after(long ms) {
    return START.plusMillis(ms);
  }

  private static List<Verdict> verdicts(List<Decided> decided) {
    return decided.stream().map(each -> each.finding().verdict()).toList();
  }

  @Test
  void asksEveryPollAndNeverTwiceAtOnce() {
    assertTrue(state.claimPoll(after(0)));
    assertFalse(state.claimPoll(after(5000)));
    state.answered(List.of(at(1, "1")), QUICK, after(10));
    assertFalse(state.claimPoll(after(1999)));
    assertTrue(state.claimPoll(after(2000)));
  }

  @Test
  void doesNotAskBeforeItIsSubscribed() {
    Route route = state.route();
    assertFalse(new WatchedTopic(route, ComparisonRules.DEFAULTS, POLL, START).claimPoll(after(0)));
  }

  @Test
  void hasLookedOnceTheStreamCouldBeHeldAgainstAnAnswer() {
    assertFalse(state.hasLooked());
    state.answered(List.of(at(1, "1")), QUICK, after(0));
    assertFalse(state.hasLooked(), "the stream has not brought it yet");
    state.pushed(at(1, "1"), after(10));
    state.due(after(20));
    state.answered(List.of(at(1, "1")), QUICK, after(2000));
    assertTrue(state.hasLooked());
  }

  @Test
  void hasLookedWhereThereIsNothingToHoldAgainst() {
    WatchedTopic bars = topic(TopicKind.LOG);
    bars.answered(List.of(), QUICK, after(0));
    assertTrue(bars.hasLooked());
    state.failed(true, after(0));
    assertTrue(state.hasLooked());
  }

  @Test
  void confirmsAMismatchByTwoMorePollsASecondApart() {
    state.claimPoll(after(0));
    state.pushed(at(1, "1.00"), after(0));
    assertEquals(List.of(), state.answered(List.of(at(1, "1.01")), QUICK, after(10)));
    assertFalse(state.claimPoll(after(1009)));
    assertTrue(state.claimPoll(after(1010)));
    assertEquals(List.of(), state.answered(List.of(at(1, "1.01")), QUICK, after(1020)));
    List<Decided> decided = state.answered(List.of(at(1, "1.01")), QUICK, after(2030));

    assertEquals(List.of(Verdict.MISMATCH), verdicts(decided));
    assertTrue(decided.get(0).isConfirmed());
    assertEquals(after(10), decided.get(0).since());
  }

  @Test
  void aMismatchThatDoesNotLastIsTransient() {
    state.pushed(at(1, "1"), after(0));
    state.answered(List.of(at(1, "2")), QUICK, after(10));
    List<Decided> decided = state.answered(List.of(at(1, "1")), QUICK, after(1020));

    assertEquals(Optional.of(Suspicion.Result.TRANSIENT), decided.get(0).result());
  }

  @Test
  void whatNeverComesIsLost() {
    state.pushed(at(1, "1"), after(0));
    for (long ms = 100; ms <= 2100; ms += 1000) {
      state.answered(List.of(at(2, "2")), QUICK, after(ms));
    }
    assertEquals(List.of(), state.due(after(2050)));
    assertEquals(List.of(), state.due(after(3050)));
    List<Decided> decided = state.due(after(4200));
    assertEquals(List.of(Verdict.LOST), verdicts(decided));
    assertTrue(decided.get(0).isConfirmed());
  }

  @Test
  void anAnswerThatTookLongerThanAPollIsUndecided() {
    state.pushed(at(1, "1"), after(0));
    assertEquals(
        List.of(Verdict.UNDECIDED),
        verdicts(state.answered(List.of(at(1, "2")), Duration.ofSeconds(3), after(10))));
  }

  @Test
  void restIsDownAfterThreeFailuresAndSaysSoOnce() {
    state.answered(List.of(at(1, "1")), QUICK, after(0));
    assertEquals(Optional.empty(), state.failed(false, after(1000)));
    assertTrue(state.isRestHealthy());
    assertEquals(Optional.empty(), state.failed(false, after(2000)));
    assertEquals(
        Verdict.REST_DOWN, state.failed(true, after(3000)).orElseThrow().finding().verdict());
    assertFalse(state.isRestHealthy());
    assertEquals(Optional.empty(), state.failed(false, after(4000)));
    state.answered(List.of(at(1, "1")), QUICK, after(5000));
    assertTrue(state.isRestHealthy());
  }

  @Test
  void whatWasNeverThereIsNoFailure() {
    for (int i = 0; i < 5; i++) {
      assertEquals(Optional.empty(), state.failed(true, after(i * 1000L)));
    }
    assertTrue(state.isRestHealthy());
  }

  @Test
  void whatTheStreamDoesAloneIsConfirmedAtOnce() {
    state.pushed(at(2, "2"), after(0));
    List<Decided> decided = state.pushed(at(1, "1"), after(10));
    assertEquals(List.of(Verdict.REORDERED), verdicts(decided));
    assertTrue(decided.get(0).isConfirmed());
  }

  @Test
  void whatWasSuspectedAtTheEndIsUndecided() {
    state.pushed(at(1, "1"), after(0));
    state.answered(List.of(at(1, "2")), QUICK, after(10));
    assertEquals(List.of(Verdict.UNDECIDED), verdicts(state.end()));
    assertEquals(List.of(), state.end());
  }

  @Test
  void entriesOfALogAreJudgedOnceEach() {
    WatchedTopic log = topic(TopicKind.LOG);
    log.pushed(at(1, "1"), after(0));
    log.pushed(at(2, "2"), after(0));
    assertEquals(
        List.of(Verdict.EQUAL, Verdict.EQUAL),
        verdicts(log.answered(List.of(at(1, "1"), at(2, "2")), QUICK, after(10))));
    assertEquals(List.of(), log.answered(List.of(at(1, "1"), at(2, "2")), QUICK, after(2010)));
  }

  @Test
  void anotherEntryOfALogSaysNothingAboutOneThatIsLost() {
    WatchedTopic log = topic(TopicKind.LOG);
    log.pushed(at(1, "1"), after(0));
    log.pushed(at(3, "3"), after(0));
    List<Snapshot> answer = List.of(at(1, "1"), at(2, "2"), at(3, "3"));
    assertEquals(
        List.of(Verdict.EQUAL, Verdict.EQUAL), verdicts(log.answered(answer, QUICK, after(10))));
    assertConfirmedOnce(Verdict.LOST, log, answer);
  }

  @Test
  void anEntryOfALogThatIsAlteredLaterIsAMismatch() {
    WatchedTopic log = topic(TopicKind.LOG);
    log.pushed(at(1, "1"), after(0));
    log.pushed(at(2, "2"), after(0));
    log.answered(List.of(at(1, "1"), at(2, "2")), QUICK, after(10));
    List<Snapshot> altered = List.of(at(1, "1.01"), at(2, "2"));
    assertEquals(List.of(), log.answered(altered, QUICK, after(20)));
    assertConfirmedOnce(Verdict.MISMATCH, log, altered);
  }

  @Test
  void anEntryOfALogThatIsAsItWasAgainWasWrongForAMoment() {
    WatchedTopic log = topic(TopicKind.LOG);
    log.pushed(at(1, "1"), after(0));
    log.answered(List.of(at(1, "1")), QUICK, after(10));
    log.answered(List.of(at(1, "1.01")), QUICK, after(20));
    List<Decided> decided = log.answered(List.of(at(1, "1")), QUICK, after(1030));
    assertEquals(Optional.of(Suspicion.Result.TRANSIENT), decided.get(0).result());
    assertEquals(List.of(), log.answered(List.of(at(1, "1")), QUICK, after(2030)));
  }

  /** By two more polls, and after those it is no news any more. */
  private static void assertConfirmedOnce(Verdict fault, WatchedTopic log, List<Snapshot> answer) {
    assertEquals(List.of(), log.answered(answer, QUICK, after(1030)));
    List<Decided> decided = log.answered(answer, QUICK, after(2030));
    assertEquals(List.of(fault), verdicts(decided));
    assertTrue(decided.get(0).isConfirmed());
    assertEquals(List.of(), log.answered(answer, QUICK, after(3030)));
  }
}
