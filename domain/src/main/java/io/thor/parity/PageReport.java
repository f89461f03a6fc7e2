package io.thor.parity;

import io.thor.message.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a page says about one feature since its last report.
 *
 * @param counts decided comparisons by verdict, undecided ones too
 * @param watched how long it had the feature open
 * @param stale how long of that without fresh data
 * @param staleNow for how long it has none now
 * @param cases a few of the faults
 */
record PageReport(
    String feature,
    Map<Verdict, Long> counts,
    Duration watched,
    Duration stale,
    Duration staleNow,
    List<Case> cases) {

  /**
   * One fault.
   *
   * @param critical whether a field differs that decides about a rollback
   * @param words where both paths differ
   */
  record Case(
      Topic topic,
      String epoch,
      long seq,
      Verdict verdict,
      boolean confirmed,
      boolean critical,
      String words) {}

  PageReport {
    counts = Map.copyOf(counts);
    cases = List.copyOf(cases);
  }

  /** Comparisons that said something. */
  long decided() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey() != Verdict.UNDECIDED)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Faults that lasted and ask for a rollback. */
  long faults() {
    return cases.stream()
        .filter(found -> found.confirmed() && found.critical())
        .filter(found -> found.verdict().action() == Action.ROLL_BACK)
        .count();
  }

  /** How many faults of one verdict lasted, as far as the page has shown them. */
  long confirmed(Verdict verdict) {
    long shown =
        cases.stream().filter(found -> found.confirmed() && found.verdict() == verdict).count();
    return Math.min(shown, counts.getOrDefault(verdict, 0L));
  }
}
