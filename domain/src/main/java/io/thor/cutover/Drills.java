package io.thor.cutover;

import java.time.Instant;
import java.util.Optional;

/** What the gates ask about rehearsed rollbacks. */
public interface Drills {

  /** When a drill of a feature last passed, on any node. */
  Optional<Instant> lastPassed(String feature);
}
