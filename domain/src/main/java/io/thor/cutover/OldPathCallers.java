package io.thor.cutover;

import java.time.Instant;

/**
 * Who still calls the old path without a purpose. Without a bean of this type nobody has counted
 * them, and no feature becomes {@code COMPLETE}.
 *
 * <p>Threads: any, in the transaction of the caller.
 */
public interface OldPathCallers {

  /**
   * How many calls without purpose a feature's routes had in a span.
   *
   * @param from included
   * @param to excluded
   */
  long withoutPurpose(String feature, Instant from, Instant to);
}
