package io.thor.cutover;

import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * Reads the stored audit. Every method needs the transaction of its caller.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
class AuditRows {

  @Inject Database database;

  /**
   * A page, read while nobody can add to the audit: or its end would not be that of the revision.
   *
   * @param after the revision behind which it begins
   */
  Audit page(long after, int limit) {
    CutoverRevision revision = database.lock(CutoverRevision.class, CutoverRevision.ID);
    List<AuditChain.Link> found = read(after, limit + 1);
    boolean more = found.size() > limit;
    List<AuditChain.Link> page = more ? found.subList(0, limit) : found;
    Optional<AuditChain.Break> broken = AuditChain.verifyPart(hashUpTo(after), page);
    if (more) {
      return new Audit(page, broken, Optional.of(revision(page.get(limit - 1))));
    }
    long end = lastUpTo(Long.MAX_VALUE).map(AuditRows::revision).orElse(revision.auditedFrom());
    return new Audit(
        page,
        broken.or(() -> AuditChain.verifyEnd(page.size(), end, revision.revision())),
        Optional.empty());
  }

  /** The hash at the end of the chain, {@link AuditChain#START} where it is empty. */
  String lastHash() {
    return hashUpTo(Long.MAX_VALUE);
  }

  private String hashUpTo(long revision) {
    return lastUpTo(revision).map(AuditChain.Link::hash).orElse(AuditChain.START);
  }

  private Optional<AuditChain.Link> lastUpTo(long revision) {
    return em().createQuery(
            "select a from AuditRow a where a.revision <= :revision order by a.revision desc",
            AuditRow.class)
        .setParameter("revision", revision)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(AuditRow::read);
  }

  private List<AuditChain.Link> read(long after, int most) {
    return em().createQuery(
            "select a from AuditRow a where a.revision > :after order by a.revision",
            AuditRow.class)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultStream()
        .map(AuditRow::read)
        .toList();
  }

  private static long revision(AuditChain.Link link) {
    return link.entry().revision();
  }

  private EntityManager em() {
    return database.entityManager();
  }
}
