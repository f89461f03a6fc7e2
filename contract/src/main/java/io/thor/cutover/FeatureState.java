package io.thor.cutover;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is stored of one feature's cutover, before caps.
 *
 * @param why where the step comes from, in words
 * @param revision the global revision of the last change
 */
public record FeatureState(
    String feature,
    Step step,
    Overlay overlay,
    Optional<PendingAdvance> pending,
    EnvironmentMemory environment,
    String why,
    long revision,
    Instant changedAt) {

  public FeatureState {
    Objects.requireNonNull(feature, "feature");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(overlay, "overlay");
    Objects.requireNonNull(pending, "pending");
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(changedAt, "changedAt");
  }

  /** The stage that would be in force without caps. */
  public FeatureStage uncapped() {
    return new FeatureStage(feature, step.stage(), step.canary(), overlay, why);
  }

  FeatureState remembering(EnvironmentMemory memory) {
    return new FeatureState(feature, step, overlay, pending, memory, why, revision, changedAt);
  }

  FeatureState explained(String newWhy, long newRevision, Instant now) {
    return new FeatureState(feature, step, overlay, pending, environment, newWhy, newRevision, now);
  }

  /** At another step or under another overlay; nothing is pending any more. */
  FeatureState moved(Step to, Overlay under) {
    return new FeatureState(
        feature, to, under, Optional.empty(), environment, why, revision, changedAt);
  }

  FeatureState awaiting(PendingAdvance advance) {
    return new FeatureState(
        feature, step, overlay, Optional.of(advance), environment, why, revision, changedAt);
  }

  /** The words for the audit: step, overlay and what is pending. */
  String label(Instant now) {
    StringBuilder words = new StringBuilder(step.label());
    overlay.nameAt(now).ifPresent(name -> words.append(' ').append(name));
    pending.ifPresent(advance -> words.append(", awaiting ").append(advance.to().label()));
    return words.toString();
  }
}
