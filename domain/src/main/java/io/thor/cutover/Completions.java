package io.thor.cutover;

import io.thor.config.Settings;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Since when the old path of a feature is deprecated, and when it is to end: key {@code
 * thor.cutover.sunset-days}.
 *
 * <p>Threads: any. Errors: those of the database, which is read once a revision.
 */
@ApplicationScoped
public class Completions {

  private static final String SUNSET_KEY = "thor.cutover.sunset-days";
  private static final int SUNSET_DAYS = 90;
  private static final int MOST_DAYS = 3650;

  @Inject Cutover cutover;
  @Inject CutoverRows rows;
  @Inject Database database;
  @Inject Settings settings;

  /**
   * The end of an old path.
   *
   * @param since when the feature became {@code COMPLETE}
   * @param sunset when the path may go away
   */
  public record Completion(Instant since, Instant sunset) {}

  private record Known(long revision, Instant since) {}

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /** Empty for a feature that is not {@code COMPLETE}. */
  public Optional<Completion> of(String feature) {
    CutoverStatus status = cutover.current();
    if (status.of(feature).stage() != Stage.COMPLETE) {
      return Optional.empty();
    }
    Known at =
        known.compute(
            feature,
            (same, before) ->
                before != null && before.revision() == status.revision()
                    ? before
                    : new Known(status.revision(), changedAt(feature)));
    int days = settings.wholeNumber(SUNSET_KEY, SUNSET_DAYS, 1, MOST_DAYS);
    return Optional.of(new Completion(at.since(), at.since().plus(Duration.ofDays(days))));
  }

  private Instant changedAt(String feature) {
    return database.inNewTransaction(() -> rows.find(feature).orElseThrow().changedAt());
  }
}
