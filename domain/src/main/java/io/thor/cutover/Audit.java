package io.thor.cutover;

import java.util.List;
import java.util.Optional;

/**
 * The whole audit, oldest first.
 *
 * @param broken the first bad link of its chain
 */
public record Audit(List<AuditChain.Link> entries, Optional<AuditChain.Break> broken) {

  public Audit {
    entries = List.copyOf(entries);
  }
}
