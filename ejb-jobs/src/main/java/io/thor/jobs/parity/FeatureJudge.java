package io.thor.jobs.parity;

import io.thor.cutover.RenderPath;
import io.thor.parity.Action;
import io.thor.parity.ComparisonRules;
import io.thor.parity.Counted;
import io.thor.parity.EvidenceBatch;
import io.thor.parity.Finding;
import io.thor.parity.RollbackTriggers;
import io.thor.parity.Sample;
import io.thor.parity.SelfTest;
import io.thor.parity.Source;
import io.thor.parity.Value;
import io.thor.parity.Verdict;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Counts what was decided about one feature, and says what follows from it. Not thread safe. */
final class FeatureJudge {

  /**
   * What is to be done.
   *
   * @param cause stable, for counting
   * @param reason without account numbers
   */
  record Demand(String feature, Action action, String cause, String reason, String evidence) {}

  private final String feature;
  private final ComparisonRules rules;
  private final int testOneIn;
  private final BooleanSupplier latched;
  private RollbackTriggers triggers = new RollbackTriggers(RollbackTriggers.Limits.DEFAULTS);
  private long equal;

  /**
   * Makes one that has seen nothing.
   *
   * @param latched whether the feature was rolled back and nobody has taken note of it
   */
  FeatureJudge(String feature, ComparisonRules rules, int testOneIn, BooleanSupplier latched) {
    this.feature = feature;
    this.rules = rules;
    this.testOneIn = testOneIn;
    this.latched = latched;
  }

  /**
   * Takes a decided look at a topic.
   *
   * @param groups for whom it speaks
   */
  Optional<Demand> take(
      Decided decided,
      WatchedTopic topic,
      Set<RenderPath> groups,
      EvidenceBatch batch,
      Instant now) {
    Finding finding = decided.finding();
    Verdict verdict = finding.verdict();
    for (RenderPath group : groups) {
      batch.count(new Counted(feature, Source.PROBE, group, verdict, decided.result()), 1);
    }
    if (verdict == Verdict.REST_DOWN) {
      return Optional.of(demand(finding, Action.PAUSE));
    }
    if (verdict != Verdict.UNDECIDED) {
      boolean same = verdict == Verdict.EQUAL;
      Instant moment = topic.momentOf(finding).orElse(now);
      batch.compared(
          feature, decided.route().topic(), finding.epoch(), finding.seq(), moment, same);
    }
    if (verdict == Verdict.EQUAL) {
      topic.pushedAt(finding).ifPresent(state -> selfTest(decided.route(), state, batch, now));
    }
    if (verdict.isFault()) {
      batch.sample(sample(decided, topic, now));
    }
    if (latched.getAsBoolean()) {
      restart();
      return confirmed(decided).filter(demand -> demand.action() != Action.ROLL_BACK);
    }
    Optional<String> tooMany = triggers.compared(isWrong(decided), now);
    return confirmed(decided)
        .or(
            () ->
                tooMany.map(words -> new Demand(feature, Action.ROLL_BACK, "rate", words, words)));
  }

  private Optional<Demand> confirmed(Decided decided) {
    return decided.isConfirmed()
        ? Optional.of(demand(decided.finding(), decided.finding().action()))
        : Optional.empty();
  }

  /** Begins to count anew, for what was counted has had its consequence, or has none any more. */
  void restart() {
    triggers = new RollbackTriggers(RollbackTriggers.Limits.DEFAULTS);
  }

  /** What only came late, and came, is no wrong answer; nor is what asks for a pause alone. */
  private static boolean isWrong(Decided decided) {
    Verdict verdict = decided.finding().verdict();
    return verdict == Verdict.MISMATCH
        || verdict == Verdict.TORN
        || decided.isConfirmed() && verdict.action() == Action.ROLL_BACK;
  }

  private void selfTest(Route route, Value state, EvidenceBatch batch, Instant now) {
    if (equal % testOneIn == 0) {
      SelfTest test = new SelfTest(rules, route.topic().prefix());
      batch.selfTest(feature, Source.PROBE, test.sees(state, equal, now));
    }
    equal++;
  }

  private Demand demand(Finding finding, Action action) {
    return new Demand(
        feature,
        action,
        finding.verdict().name().toLowerCase(Locale.ROOT),
        FaultWords.reason(finding),
        FaultWords.evidence(finding));
  }

  private Sample sample(Decided decided, WatchedTopic topic, Instant now) {
    Finding finding = decided.finding();
    return new Sample(
        feature,
        Source.PROBE,
        finding.verdict(),
        decided.result(),
        finding.topic(),
        finding.epoch(),
        finding.seq(),
        now,
        FaultWords.evidence(finding),
        topic.pushedAt(finding),
        topic.answeredAt(finding));
  }
}
