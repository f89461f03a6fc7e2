package io.thor.cutover;

import java.util.Objects;
import java.util.Optional;

/**
 * The stage that is in force for one feature.
 *
 * @param canary who renders from WebSocket at {@link Stage#CANARY}; nobody where a cap holds a
 *     higher stage there
 * @param why in words, for operators
 */
public record FeatureStage(
    String feature, Stage stage, Canary canary, Overlay overlay, String why) {

  public FeatureStage {
    Objects.requireNonNull(feature, "feature");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(canary, "canary");
    Objects.requireNonNull(overlay, "overlay");
    Objects.requireNonNull(why, "why");
  }

  /** A stage outside any canary, with nothing over it. */
  public FeatureStage(String feature, Stage stage, String why) {
    this(feature, stage, Canary.NOBODY, Overlay.NONE, why);
  }

  /** Whether the feature renders from WebSocket for everybody. */
  public boolean enabled() {
    return stage.renders() == RenderPath.WEBSOCKET;
  }

  /**
   * What a session draws.
   *
   * @param accountId the smallest account of its user, if there is one
   */
  public RenderPath rendersFor(Optional<String> accountId, Bucketing bucketing) {
    boolean chosen =
        stage == Stage.CANARY
            && accountId.filter(id -> canary.holds(bucketing, feature, id)).isPresent();
    return chosen ? RenderPath.WEBSOCKET : stage.renders();
  }

  /** The percentage of the canary, where it has one. */
  public Optional<Integer> percent() {
    return canary instanceof Canary.Percent share ? Optional.of(share.percent()) : Optional.empty();
  }

  /** The words for operators: {@code CANARY 5 %}. */
  public String label() {
    return (stage + " " + canary.label()).strip();
  }

  /** At another stage, for nobody's canary. */
  FeatureStage cappedTo(Stage maximum, String because) {
    return new FeatureStage(feature, maximum, Canary.NOBODY, overlay, because);
  }
}
