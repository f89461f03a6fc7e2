package io.thor.cutover;

import java.util.List;
import java.util.Optional;

/**
 * A page of the audit, oldest first. All pages together are the whole chain, for each is verified
 * against what stands before it.
 *
 * @param broken the first bad link of the page, counted from its beginning
 * @param next the revision behind which the next page begins; empty on the last one
 */
public record Audit(
    List<AuditChain.Link> entries, Optional<AuditChain.Break> broken, Optional<Long> next) {

  public Audit {
    entries = List.copyOf(entries);
  }
}
