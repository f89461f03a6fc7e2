package io.thor.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that is done again and again. Every CDI bean of this type is registered under its name,
 * which also forms its keys {@code thor.jobs.<name>.enabled} and {@code
 * thor.jobs.<name>.interval-ms}.
 *
 * <p>Threads: a pooled one, never two at once for one job. Errors: what it throws is logged and
 * counted, and the job runs again at its next turn.
 */
public interface Job {

  /** Lower case with hyphens. */
  String name();

  /** From one run to the next, if the configuration says nothing else. */
  Duration interval();

  void run();

  /** A moment before the next turn at which it has to run as well. */
  default Optional<Instant> wakeAt() {
    return Optional.empty();
  }

  /** Whether every node runs it, not only the one that holds the lease. */
  default boolean onEveryNode() {
    return false;
  }
}
