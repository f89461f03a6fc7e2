package io.thor.cutover;

import static java.util.stream.Collectors.toMap;

import io.thor.message.MessageTypes;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The stages in force on this node. They are read from the database by {@link #refresh()}; between,
 * and while the database is down, the last known ones hold. A {@link CutoverStatus} is fired when
 * its revision is new.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Cutover {

  private static final String NOT_READ = "not read yet";

  @Inject Database database;
  @Inject CutoverRows rows;
  @Inject CutoverSettings settings;
  @Inject Event<CutoverStatus> changes;

  private volatile CutoverStatus current = nothingYet();

  /** The stages in force, from memory. */
  public CutoverStatus current() {
    return current;
  }

  /** Whether sessions are sent a feature's messages. */
  public boolean sends(String feature) {
    return current.of(feature).stage().sends();
  }

  /** Reads the stored stages, which any node may have changed, and fires what is new. */
  public void refresh() {
    take(database.inNewTransaction(this::read)).ifPresent(changes::fire);
  }

  /**
   * An older status, read by another thread before, is dropped. The first one is no news: when it
   * is read nobody listens, and not all who will are there.
   */
  private synchronized Optional<CutoverStatus> take(CutoverStatus read) {
    if (read.revision() < current.revision()) {
      return Optional.empty();
    }
    boolean changed = current.revision() > 0 && read.revision() > current.revision();
    current = read;
    return changed ? Optional.of(read) : Optional.empty();
  }

  private CutoverStatus read() {
    long revision = rows.revision();
    Map<String, FeatureState> stored =
        rows.all().stream().collect(toMap(FeatureState::feature, Function.identity()));
    List<FeatureStage> stages =
        MessageTypes.features().stream()
            .map(feature -> inForce(feature, Optional.ofNullable(stored.get(feature))))
            .toList();
    return new CutoverStatus(revision, stages);
  }

  private FeatureStage inForce(String feature, Optional<FeatureState> stored) {
    return settings
        .caps(feature)
        .applyTo(
            stored
                .map(FeatureState::uncapped)
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
