package io.thor.cutover;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The gate out of {@code SHADOW}, and out of a canary of named accounts. */
record ShadowGate(GateRules rules, Evidence evidence, Instant now) {

  List<GateCheck> checks() {
    return List.of(
        evidence.transitions().map(ShadowGate::transitions).orElseGet(this::mismatches),
        lost(),
        undecided(),
        selfTests(),
        drill());
  }

  private static GateCheck transitions(Evidence.Transitions seen) {
    String words =
        "%s of %s changes of a session day equal"
            .formatted(Words.count(seen.equal()), Words.count(seen.expected()));
    return seen.expected() == 0
        ? GateCheck.inconclusive("mismatches", "no session day was watched to its end")
        : GateCheck.of("mismatches", seen.equal() == seen.expected(), words);
  }

  private GateCheck mismatches() {
    Evidence.Comparisons seen = evidence.comparisons();
    String found =
        "%s mismatches confirmed in %s comparisons"
            .formatted(Words.count(seen.confirmed()), Words.count(seen.distinct()));
    long missing = rules.mismatches().comparisonsNeeded(seen.confirmed()) - seen.distinct();
    if (missing <= 0) {
      return GateCheck.of("mismatches", true, found);
    }
    BigDecimal tolerated =
        rules.mismatches().highestRate().multiply(BigDecimal.valueOf(seen.distinct()));
    if (seen.confirmed() > 1 && tolerated.compareTo(BigDecimal.valueOf(seen.confirmed())) < 0) {
      return GateCheck.of("mismatches", false, found + ": more than may be");
    }
    return GateCheck.inconclusive("mismatches", Words.more(missing, evidence.perMinute()));
  }

  private GateCheck lost() {
    long lost = evidence.comparisons().lost();
    return GateCheck.of("lost", lost == 0, Words.count(lost) + " states lost");
  }

  private GateCheck undecided() {
    Evidence.Comparisons seen = evidence.comparisons();
    if (seen.total() == 0) {
      return GateCheck.inconclusive("undecided", "nothing was compared yet");
    }
    return GateCheck.of(
        "undecided",
        Share.of(seen.undecided(), seen.total()).isAtMost(rules.undecidedPercent()),
        "%s of %s comparisons undecided, %s %% may be"
            .formatted(
                Words.count(seen.undecided()),
                Words.count(seen.total()),
                rules.undecidedPercent().toPlainString()));
  }

  private GateCheck selfTests() {
    Evidence.SelfTests made = evidence.selfTests();
    String words =
        "%s of %s self-tests seen".formatted(Words.count(made.seen()), Words.count(made.made()));
    return made.made() == 0
        ? GateCheck.inconclusive("self_test", "no self-test was made yet")
        : GateCheck.of("self_test", made.seen() == made.made(), words);
  }

  private GateCheck drill() {
    return evidence
        .lastDrill()
        .map(
            at ->
                GateCheck.of(
                    "drill",
                    !at.plus(rules.drillWithin()).isBefore(now),
                    "rollback drill at %s, may be %s h old"
                        .formatted(at, rules.drillWithin().toHours())))
        .orElseGet(() -> GateCheck.inconclusive("drill", "no rollback drill yet; make one"));
  }
}
