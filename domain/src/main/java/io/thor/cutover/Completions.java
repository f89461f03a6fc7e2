package io.thor.cutover;

import io.thor.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Since when the old path of a feature is deprecated, and when it is to end: key {@code
 * thor.cutover.sunset-days}.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Completions {

  private static final String SUNSET_KEY = "thor.cutover.sunset-days";
  private static final int SUNSET_DAYS = 90;
  private static final int MOST_DAYS = 3650;

  @Inject Cutover cutover;
  @Inject Settings settings;

  /**
   * The end of an old path.
   *
   * @param since when the feature became {@code COMPLETE}
   * @param sunset when the path may go away
   */
  public record Completion(Instant since, Instant sunset) {}

  /** Empty for a feature that is not {@code COMPLETE}. */
  public Optional<Completion> of(String feature) {
    if (cutover.current().of(feature).stage() != Stage.COMPLETE) {
      return Optional.empty();
    }
    int days = settings.wholeNumber(SUNSET_KEY, SUNSET_DAYS, 1, MOST_DAYS);
    return cutover
        .state(feature)
        .map(FeatureState::changedAt)
        .map(since -> new Completion(since, since.plus(Duration.ofDays(days))));
  }
}
