package io.thor.cutover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The gate from one percentage of the canary to the next step. */
record CanaryGate(GateRules rules, Evidence evidence, Instant now) {

  List<GateCheck> checks() {
    return List.of(time(), comparisons(), faults(), stale());
  }

  private GateCheck time() {
    Duration left = rules.canaryTime().minus(Duration.between(step().since(), now));
    return left.isNegative() || left.isZero()
        ? GateCheck.of(
            "time", true, "this step lasts " + rules.canaryTime().toMinutes() + " min or longer")
        : GateCheck.inconclusive("time", left.toSeconds() / 60 + 1 + " more minutes at this step");
  }

  private GateCheck comparisons() {
    long fewest = Math.min(step().canary().comparisons(), step().rest().comparisons());
    long missing = rules.canaryComparisons() - fewest;
    return missing <= 0
        ? GateCheck.of("comparisons", true, Words.count(fewest) + " comparisons in each group")
        : GateCheck.inconclusive(
            "comparisons", Words.more(missing, evidence.perMinute()) + " in each group");
  }

  private GateCheck faults() {
    Evidence.Group canary = step().canary();
    Evidence.Group rest = step().rest();
    if (canary.comparisons() == 0 || rest.comparisons() == 0) {
      return GateCheck.inconclusive("faults", "one of the groups has no comparison yet");
    }
    boolean met =
        Share.of(canary.faults(), canary.comparisons())
            .isAtMost(Share.of(rest.faults(), rest.comparisons()), rules.canaryPoints());
    return GateCheck.of(
        "faults",
        met,
        "%s of %s comparisons faulty on WebSocket, %s of %s on REST"
            .formatted(
                Words.count(canary.faults()),
                Words.count(canary.comparisons()),
                Words.count(rest.faults()),
                Words.count(rest.comparisons())));
  }

  private GateCheck stale() {
    long watched = step().watched().toMillis();
    if (watched == 0) {
      return GateCheck.inconclusive("stale", "no session was watched for stale data yet");
    }
    return GateCheck.of(
        "stale",
        Share.of(step().stale().toMillis(), watched).isAtMost(rules.stalePercent()),
        "stale for %s of %s ms, %s %% may be"
            .formatted(
                Words.count(step().stale().toMillis()),
                Words.count(watched),
                rules.stalePercent().toPlainString()));
  }

  private Evidence.CanaryStep step() {
    return evidence.canaryStep();
  }
}
