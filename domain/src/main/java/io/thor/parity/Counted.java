package io.thor.parity;

import io.thor.cutover.RenderPath;
import java.util.Objects;
import java.util.Optional;

/**
 * Under what a comparison is counted.
 *
 * @param group what the sessions draw that it speaks for
 * @param result what became of a fault; empty for all else
 */
public record Counted(
    String feature,
    Source source,
    RenderPath group,
    Verdict verdict,
    Optional<Suspicion.Result> result) {

  public Counted {
    Objects.requireNonNull(feature, "feature");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(group, "group");
    if (verdict.isFault() != result.isPresent()) {
      throw new IllegalArgumentException(
          "verdict "
              + verdict
              + " with result "
              + result
              + "; a fault has one, and nothing else does");
    }
  }

  /** Whether it is a fault that further looks have confirmed. */
  public boolean isConfirmed() {
    return result.filter(Suspicion.Result.CONFIRMED::equals).isPresent();
  }
}
