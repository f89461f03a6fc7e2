package io.thor.jobs.parity;

import io.thor.parity.Finding;
import io.thor.parity.Suspicion;
import io.thor.parity.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of looking at one topic.
 *
 * @param result for a fault, whether it lasted
 * @param since when the fault was first seen
 */
record Decided(Route route, Finding finding, Optional<Suspicion.Result> result, Instant since) {

  /** The same as one of a feature that has stopped altogether. */
  Decided stalled() {
    Finding named =
        new Finding(finding.topic(), finding.epoch(), finding.seq(), Verdict.STALLED, List.of());
    return new Decided(route, named, result, since);
  }

  boolean isConfirmed() {
    return result.filter(Suspicion.Result.CONFIRMED::equals).isPresent();
  }
}
