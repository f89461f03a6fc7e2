package io.thor.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageVotesTest {

  private static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");
  private static final Topic TOPIC = new Topic("positions", "ACC-1001");

  private final PageVotes votes = new PageVotes();

  private static PageReport report(long equal, int faults, boolean critical, Duration staleNow) {
    PageReport.Case fault =
        new PageReport.Case(TOPIC, "k7", 42, Verdict.MISMATCH, true, critical, "");
    return new PageReport(
        "positions",
        Map.of(Verdict.EQUAL, equal, Verdict.MISMATCH, (long) faults),
        Duration.ofSeconds(10),
        Duration.ZERO,
        staleNow,
        Collections.nCopies(faults, fault));
  }

  private static PageReport faulty(long equal, int faults) {
    return report(equal, faults, true, Duration.ZERO);
  }

  private static PageReport stale(long seconds) {
    return report(10, 0, true, Duration.ofSeconds(seconds));
  }

  private void take(String user, PageReport report) {
    votes.take(user, report, true, NOW);
  }

  @Test
  void oneUserAloneDecidesNothing() {
    for (int i = 0; i < 10; i++) {
      take("ann", faulty(10, 5));
    }
    take("ann", stale(60));
    assertEquals(Optional.empty(), votes.verdict(NOW));
  }

  @Test
  void twoUsersWhoSeeFaultsDecide() {
    take("ann", faulty(49, 1));
    take("bob", faulty(48, 1));
    assertEquals(
        Optional.of("pages of 2 users found 2 of 99 comparisons faulty, over 1 %"),
        votes.verdict(NOW));
  }

  @Test
  void tooFewComparisonsOrTooFewFaultsDecideNothing() {
    take("ann", faulty(20, 1));
    take("bob", faulty(20, 1));
    assertEquals(Optional.empty(), votes.verdict(NOW));
    take("cid", faulty(200, 0));
    assertEquals(Optional.empty(), votes.verdict(NOW));
  }

  @Test
  void faultsThatAreNotCriticalDecideNothing() {
    take("ann", report(30, 5, false, Duration.ZERO));
    take("bob", report(30, 5, false, Duration.ZERO));
    assertEquals(Optional.empty(), votes.verdict(NOW));
  }

  @Test
  void faultsAreForgottenAfterFiveMinutes() {
    take("ann", faulty(30, 5));
    take("bob", faulty(30, 5));
    assertEquals(Optional.empty(), votes.verdict(NOW.plusSeconds(301)));
  }

  @Test
  void twoStaleUsersOfAFewDecide() {
    take("ann", stale(16));
    assertEquals(Optional.empty(), votes.verdict(NOW));
    take("bob", stale(16));
    for (String fresh : List.of("cid", "dan", "eve")) {
      take(fresh, stale(0));
    }
    assertTrue(votes.verdict(NOW).orElseThrow().contains("2 of 5 sessions stale"));
  }

  @Test
  void whoDrawsRestIsNotOfTheCohort() {
    votes.take("ann", stale(60), false, NOW);
    votes.take("bob", stale(60), false, NOW);
    assertEquals(Optional.empty(), votes.verdict(NOW));
  }

  @Test
  void afterItsConsequenceItBeginsAnew() {
    take("ann", faulty(49, 5));
    take("bob", faulty(49, 5));
    assertTrue(votes.verdict(NOW).isPresent());
    votes.restart();
    assertEquals(Optional.empty(), votes.verdict(NOW));
  }
}
