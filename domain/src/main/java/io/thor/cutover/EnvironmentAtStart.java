package io.thor.cutover;

import io.thor.message.MessageTypes;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;

/** Obeys what has changed in the {@code WS_FEATURE_*} settings since the last start. */
@ApplicationScoped
public class EnvironmentAtStart {

  private static final System.Logger LOG = System.getLogger(EnvironmentAtStart.class.getName());

  @Inject Database database;
  @Inject CutoverSettings settings;
  @Inject Clock clock;

  /** Stores the stages that the environment orders; called once, before anything is served. */
  public void apply() {
    database.inNewTransaction(
        () -> {
          EntityManager em = database.entityManager();
          CutoverRevision revision =
              em.find(CutoverRevision.class, CutoverRevision.ID, LockModeType.PESSIMISTIC_WRITE);
          MessageTypes.features().forEach(feature -> apply(em, revision, feature));
          return revision.revision();
        });
  }

  private void apply(EntityManager em, CutoverRevision revision, String feature) {
    EnvironmentFlag flag = settings.flag(feature);
    Optional<StoredStage> stored = Optional.ofNullable(em.find(StoredStage.class, feature));
    Optional<EnvironmentFlag.Move> move = flag.moveFrom(stored.map(StoredStage::flagged));
    StoredStage row = stored.orElseGet(() -> new StoredStage(feature));
    row.remember(flag.value());
    move.ifPresent(
        made -> {
          row.move(made, revision.advance(), clock.instant());
          LOG.log(Level.INFO, "{0} is {1}: {2}", feature, made.to(), made.why());
        });
    if (stored.isEmpty()) {
      em.persist(row);
    }
  }
}
