package io.thor.cutover;

import java.time.Instant;
import java.util.Optional;

/**
 * Brings together, at a start, what is stored, what the environment said at the last start and what
 * it says now. Only what changed in the environment counts.
 *
 * @param state to be stored, moved or not: it remembers the environment
 * @param entry the audit's, where something changed; the state then has the next revision
 */
public record EnvironmentMerge(FeatureState state, Optional<AuditEntry> entry) {

  /**
   * Merges one feature.
   *
   * @param stored empty at the first start
   * @param revision the global revision before
   */
  public static EnvironmentMerge of(
      String feature,
      Optional<FeatureState> stored,
      EnvironmentFlag flag,
      Caps caps,
      long revision,
      Instant now) {
    EnvironmentMemory memory = EnvironmentMemory.of(flag, caps);
    FeatureState before = stored.orElseGet(() -> unmoved(feature, memory, now));
    FeatureState remembered = before.remembering(memory);
    Optional<EnvironmentFlag.Move> move =
        flag.moveFrom(stored.map(state -> EnvironmentFlag.Stored.of(state, now)));
    if (move.isPresent()) {
      FeatureState after = obey(remembered, move.get(), revision + 1, now);
      return changed(stored, before, after, move.get().why(), caps, now);
    }
    if (before.environment().hasSameCaps(memory)) {
      return new EnvironmentMerge(remembered, Optional.empty());
    }
    FeatureState after = remembered.explained(before.why(), revision + 1, now);
    return changed(stored, before, after, caps.changeFrom(before.environment()), caps, now);
  }

  private static FeatureState unmoved(String feature, EnvironmentMemory memory, Instant now) {
    return new FeatureState(
        feature, Step.SHADOW, Overlay.NONE, Optional.empty(), memory, "", 0, now);
  }

  private static FeatureState obey(
      FeatureState state, EnvironmentFlag.Move move, long revision, Instant now) {
    FeatureState moved =
        move.to() == state.step().stage()
            ? state
            : state.moved(Step.of(move.to()), state.overlay());
    return moved.explained(move.why(), revision, now);
  }

  private static EnvironmentMerge changed(
      Optional<FeatureState> stored,
      FeatureState before,
      FeatureState after,
      String reason,
      Caps caps,
      Instant now) {
    Caps formerly =
        new Caps(caps.variable(), before.environment().maximum(), before.environment().killed());
    AuditEntry entry =
        new AuditEntry(
            after.revision(),
            after.feature(),
            "environment",
            Actor.ENVIRONMENT,
            reason,
            stored.map(state -> inForce(state, formerly)).orElse("not stored"),
            inForce(after, caps),
            "",
            now);
    return new EnvironmentMerge(after, Optional.of(entry));
  }

  private static String inForce(FeatureState state, Caps caps) {
    FeatureStage stage = caps.applyTo(state.uncapped());
    return stage.label();
  }
}
