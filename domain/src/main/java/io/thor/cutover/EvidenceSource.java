package io.thor.cutover;

import java.time.Instant;

/**
 * Where the gates learn what both paths were found to say; storing it is not the cutover's matter.
 *
 * <p>Threads: any, in the transaction of the caller.
 */
public interface EvidenceSource {

  /**
   * What is known about a feature at its present step.
   *
   * @param since when the step began
   */
  Evidence about(FeatureState state, Instant since, Instant now);
}
