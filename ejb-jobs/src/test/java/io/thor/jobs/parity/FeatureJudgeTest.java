package io.thor.jobs.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.cutover.RenderPath;
import io.thor.message.Topic;
import io.thor.parity.ComparisonRules;
import io.thor.parity.EvidenceBatch;
import io.thor.parity.Finding;
import io.thor.parity.Suspicion;
import io.thor.parity.TopicKind;
import io.thor.parity.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeatureJudgeTest {

  private static final Instant START = Instant.parse("2026-01-05T14:30:00Z");
  private static final Route ROUTE =
      new Route(
          "positions",
          new Topic("positions", "A"),
          Optional.of("A"),
          "api/positions",
          TopicKind.STATE);

  private final WatchedTopic topic =
      new WatchedTopic(ROUTE, ComparisonRules.DEFAULTS, Duration.ofSeconds(2), START);
  private final EvidenceBatch batch = new EvidenceBatch();
  private boolean latched;
  private final FeatureJudge judge =
      new FeatureJudge("positions", ComparisonRules.DEFAULTS, 1000, () -> latched);

  private Optional<FeatureJudge.Demand> take(Verdict verdict, Optional<Suspicion.Result> result) {
    Finding finding = new Finding("positions:A", "k7", 1, verdict, List.of());
    Decided decided = new Decided(ROUTE, finding, result, START);
    return judge.take(decided, topic, Set.of(RenderPath.REST), batch, START);
  }

  private Optional<FeatureJudge.Demand> fault() {
    return take(Verdict.MISMATCH, Optional.of(Suspicion.Result.TRANSIENT));
  }

  private List<String> equal(int times) {
    return Stream.generate(() -> take(Verdict.EQUAL, Optional.empty()))
        .limit(times)
        .flatMap(Optional::stream)
        .map(FeatureJudge.Demand::reason)
        .toList();
  }

  @Test
  void aShareOfFaultsRollsBack() {
    assertEquals(Optional.empty(), fault());
    assertEquals(List.of("1 of 50 comparisons in 5 min faulty, over 1 %"), equal(49));
  }

  @Test
  void whatIsSeenUntilTheRollbackIsAcknowledgedRollsNothingBackLater() {
    fault();
    latched = true;
    fault();
    latched = false;
    assertEquals(List.of(), equal(60));
  }

  @Test
  void aConfirmedFaultDemandsNoRollbackOfWhatIsRolledBack() {
    assertTrue(take(Verdict.MISMATCH, Optional.of(Suspicion.Result.CONFIRMED)).isPresent());
    latched = true;
    assertEquals(Optional.empty(), take(Verdict.MISMATCH, Optional.of(Suspicion.Result.CONFIRMED)));
  }

  @Test
  void whatIsSeenAfterwardsDoes() {
    latched = true;
    fault();
    latched = false;
    fault();
    assertEquals(List.of("1 of 50 comparisons in 5 min faulty, over 1 %"), equal(49));
  }
}
