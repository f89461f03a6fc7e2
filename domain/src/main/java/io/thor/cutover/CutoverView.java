package io.thor.cutover;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The cutover as one session sees it, on REST and on the socket alike.
 *
 * @param features by name, in display order
 * @param pollSeconds from poll to poll of the old path, by feature
 */
public record CutoverView(
    long revision, Map<String, Feature> features, Map<String, Integer> pollSeconds) {

  /**
   * One feature.
   *
   * @param percent of the canary, where it has one
   * @param overlay {@code PAUSED} or {@code ROLLED_BACK} while it holds
   */
  public record Feature(
      Stage stage,
      RenderPath renders,
      Optional<Integer> percent,
      Optional<String> overlay,
      String why) {}

  /**
   * What a session is told.
   *
   * @param accountId the smallest account of its user
   */
  static CutoverView of(
      CutoverStatus status,
      Optional<String> accountId,
      Bucketing bucketing,
      PollIntervals polls,
      Instant now) {
    Map<String, Feature> features = new LinkedHashMap<>();
    Map<String, Integer> seconds = new LinkedHashMap<>();
    for (FeatureStage stage : status.features()) {
      RenderPath renders = stage.rendersFor(accountId, bucketing);
      features.put(
          stage.feature(),
          new Feature(
              stage.stage(), renders, stage.percent(), stage.overlay().nameAt(now), stage.why()));
      seconds.put(stage.feature(), polls.secondsFor(stage.feature(), renders));
    }
    return new CutoverView(status.revision(), features, seconds);
  }
}
