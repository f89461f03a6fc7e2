package io.thor.cutover;

import java.util.Objects;

/**
 * The stage that is in force for one feature.
 *
 * @param why in words, for operators
 */
public record FeatureStage(String feature, Stage stage, String why) {

  public FeatureStage {
    Objects.requireNonNull(feature, "feature");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(why, "why");
  }

  /** Whether the feature renders from WebSocket. */
  public boolean enabled() {
    return stage.renders() == RenderPath.WEBSOCKET;
  }
}
