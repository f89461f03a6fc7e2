package io.thor.cutover;

import io.thor.message.MessageTypes;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;

/** Obeys what has changed in the environment since the last start: flags, maxima, kill switch. */
@ApplicationScoped
public class EnvironmentAtStart {

  private static final System.Logger LOG = System.getLogger(EnvironmentAtStart.class.getName());

  @Inject Database database;
  @Inject CutoverRows rows;
  @Inject CutoverSettings settings;
  @Inject Clock clock;

  /**
   * Stores the stages that the environment orders; called once, before anything is served. Other
   * nodes may serve already: they are kept out before anything is read.
   */
  public void apply() {
    database.inNewTransaction(
        () -> {
          rows.lockedRevision();
          MessageTypes.features().forEach(this::apply);
          return rows.revision();
        });
  }

  private void apply(String feature) {
    EnvironmentMerge merge =
        EnvironmentMerge.of(
            feature,
            rows.find(feature),
            settings.flag(feature),
            settings.caps(feature),
            rows.revision(),
            clock.instant());
    if (merge.entry().isEmpty()) {
      rows.store(merge.state());
      return;
    }
    AuditEntry entry = merge.entry().get();
    rows.store(merge.state(), entry);
    LOG.log(Level.INFO, "{0} is {1}: {2}", feature, entry.after(), entry.reason());
  }
}
