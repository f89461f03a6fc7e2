package io.thor.cutover;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of rehearsed rollbacks. Without a bean of this type no drill counts as made.
 *
 * <p>Threads: any, in the transaction of the caller.
 */
public interface Drills {

  /** When a rollback of a feature was last rehearsed with success. */
  Optional<Instant> lastPassed(String feature);
}
