package io.thor.cutover;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * The stages of all features at one revision.
 *
 * @param revision counts every change of any feature
 * @param features in display order
 */
public record CutoverStatus(long revision, List<FeatureStage> features) {

  public CutoverStatus {
    features = List.copyOf(features);
  }

  /**
   * The stage of one feature.
   *
   * <p>Errors: {@link NoSuchElementException} names the features that exist.
   */
  public FeatureStage of(String feature) {
    return features.stream()
        .filter(candidate -> candidate.feature().equals(feature))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(unknown(feature)));
  }

  /** Whether a feature renders from WebSocket. */
  public boolean isEnabled(String feature) {
    return of(feature).enabled();
  }

  public boolean allLive() {
    return features.stream().allMatch(FeatureStage::enabled);
  }

  public boolean anyLive() {
    return features.stream().anyMatch(FeatureStage::enabled);
  }

  private String unknown(String feature) {
    return "feature '%s' is unknown; use one of %s"
        .formatted(feature, features.stream().map(FeatureStage::feature).toList());
  }
}
