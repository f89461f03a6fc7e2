package io.thor.cutover;

import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stored states. Every method needs the transaction of its caller.
 *
 * <p>Threads: any; {@link #lockedRevision} keeps all other writers out until the commit.
 */
@ApplicationScoped
class CutoverRows {

  @Inject Database database;
  @Inject AuditRows audit;

  /** The present revision. */
  long revision() {
    return em().find(CutoverRevision.class, CutoverRevision.ID).revision();
  }

  /** The present revision, which stays the present one until the commit. */
  long lockedRevision() {
    return database.lock(CutoverRevision.class, CutoverRevision.ID).revision();
  }

  Optional<FeatureState> find(String feature) {
    return Optional.ofNullable(em().find(StoredStage.class, feature)).map(StoredStage::read);
  }

  /** When the present step of a feature began, or was last rolled back to. */
  Instant stepSince(String feature) {
    return em().find(StoredStage.class, feature).stepSince();
  }

  List<FeatureState> all() {
    return em().createQuery("select s from StoredStage s", StoredStage.class)
        .getResultStream()
        .map(StoredStage::read)
        .toList();
  }

  /** Stores a state that changed nothing to be counted. */
  void store(FeatureState state) {
    StoredStage row = em().find(StoredStage.class, state.feature());
    if (row == null) {
      row = new StoredStage(state.feature());
      row.write(state);
      em().persist(row);
    } else {
      row.write(state);
    }
  }

  /** Stores a change, its audit row and the revision that it makes. */
  void store(FeatureState state, AuditEntry entry) {
    store(state);
    em().persist(new AuditRow(AuditChain.append(audit.lastHash(), entry)));
    em().find(CutoverRevision.class, CutoverRevision.ID).moveTo(entry.revision());
    em().flush();
  }

  long accounts() {
    return em().createQuery("select count(a) from Account a", Long.class).getSingleResult();
  }

  private EntityManager em() {
    return database.entityManager();
  }
}
