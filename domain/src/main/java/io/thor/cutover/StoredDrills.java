package io.thor.cutover;

import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps what became of drills.
 *
 * <p>Threads: any; {@link #keep} has a transaction of its own.
 */
@ApplicationScoped
public class StoredDrills implements Drills {

  @Inject Database database;

  @Override
  public Optional<Instant> lastPassed(String feature) {
    return Optional.ofNullable(
            database
                .entityManager()
                .createQuery(
                    "select max(d.atMs) from DrillRow d"
                        + " where d.feature = :feature and d.passed = true",
                    Long.class)
                .setParameter("feature", feature)
                .getSingleResult())
        .map(Instant::ofEpochMilli);
  }

  void keep(DrillReport report) {
    database.inNewTransaction(
        () -> {
          database.entityManager().persist(new DrillRow(report));
          return report;
        });
  }
}
