package io.thor.cutover;

import io.thor.message.MessageTypes;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The stages in force on this node. They are read from the database by {@link #refresh()}; between,
 * and while the database is down, the last known ones hold.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Cutover {

  private static final String NOT_READ = "not read yet";

  @Inject Database database;
  @Inject CutoverSettings settings;

  private volatile CutoverStatus current = nothingYet();

  /** The stages in force, from memory. */
  public CutoverStatus current() {
    return current;
  }

  /** Whether sessions are sent a feature's messages. */
  public boolean sends(String feature) {
    return current.of(feature).stage().sends();
  }

  /** Reads the stored stages, which any node may have changed. */
  public void refresh() {
    current = database.inNewTransaction(this::read);
  }

  private CutoverStatus read() {
    EntityManager em = database.entityManager();
    long revision = em.find(CutoverRevision.class, CutoverRevision.ID).revision();
    Map<String, StoredStage> stored =
        em.createQuery("select s from StoredStage s", StoredStage.class)
            .getResultStream()
            .collect(Collectors.toMap(StoredStage::feature, Function.identity()));
    List<FeatureStage> stages =
        MessageTypes.features().stream()
            .map(feature -> inForce(feature, Optional.ofNullable(stored.get(feature))))
            .toList();
    return new CutoverStatus(revision, stages);
  }

  private FeatureStage inForce(String feature, Optional<StoredStage> stored) {
    return settings
        .caps(feature)
        .applyTo(
            stored
                .map(StoredStage::featureStage)
                .orElseGet(() -> new FeatureStage(feature, Stage.SHADOW, NOT_READ)));
  }

  private static CutoverStatus nothingYet() {
    return new CutoverStatus(
        0,
        MessageTypes.features().stream()
            .map(feature -> new FeatureStage(feature, Stage.SHADOW, NOT_READ))
            .toList());
  }
}
