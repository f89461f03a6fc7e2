package io.thor.cutover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * When the present step of each feature began, for those who count by steps.
 *
 * <p>Threads: any, in the transaction of the caller.
 */
@ApplicationScoped
public class StepStarts {

  @Inject CutoverRows rows;

  /** When the step began, or was last rolled back to. */
  public Instant of(String feature) {
    return rows.stepSince(feature);
  }
}
