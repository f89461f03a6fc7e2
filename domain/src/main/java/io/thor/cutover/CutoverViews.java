package io.thor.cutover;

import io.thor.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Shows the cutover to users, each with what their canary says.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class CutoverViews {

  @Inject CutoverSettings settings;
  @Inject PollIntervals polls;
  @Inject Clock clock;

  /**
   * What sessions draw of a feature.
   *
   * @param accountId whose sessions; without one, those of all accounts
   */
  public Set<RenderPath> paths(FeatureStage stage, Optional<String> accountId) {
    boolean divided = stage.stage() == Stage.CANARY && accountId.isEmpty();
    return divided
        ? Set.of(RenderPath.values())
        : Set.of(stage.rendersFor(accountId, settings.bucketing()));
  }

  /**
   * The accounts that say most about a canary: half of those that a share takes in first, and half
   * of those that it takes in last.
   *
   * @param most how many
   */
  public List<String> ends(String feature, Collection<String> accountIds, int most) {
    Bucketing bucketing = settings.bucketing();
    List<String> byBucket =
        accountIds.stream()
            .sorted(
                Comparator.comparingInt((String id) -> bucketing.bucket(feature, id))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    if (byBucket.size() <= most) {
      return byBucket;
    }
    int first = (most + 1) / 2;
    int last = byBucket.size() - (most - first);
    return Stream.concat(
            byBucket.subList(0, first).stream(), byBucket.subList(last, byBucket.size()).stream())
        .toList();
  }

  /** What a user's sessions are told of a status. */
  public CutoverView of(CutoverStatus status, Viewer viewer) {
    return CutoverView.of(
        status,
        viewer.accountIds().stream().min(Comparator.naturalOrder()),
        settings.bucketing(),
        polls,
        clock.instant());
  }
}
