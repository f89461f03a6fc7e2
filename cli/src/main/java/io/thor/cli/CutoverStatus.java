package io.thor.cli;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * The answer of {@code GET /api/cutover}.
 *
 * @param revision counts every change of any feature
 * @param features in the server's order
 * @param totals of the sessions of the node that answered
 */
record CutoverStatus(long revision, List<FeatureStatus> features, AppliedTotals totals) {

  CutoverStatus {
    features = List.copyOf(features);
  }

  /**
   * Reads the answer; unknown keys are ignored.
   *
   * @throws IllegalArgumentException when a field is missing or not what it should be
   */
  static CutoverStatus of(JsonObject answer) {
    if (!(answer.get("revision") instanceof JsonNumber revision)) {
      throw new IllegalArgumentException("revision is no number");
    }
    if (!(answer.get("features") instanceof JsonObject features)) {
      throw new IllegalArgumentException("features is not an object");
    }
    return new CutoverStatus(
        revision.longValue(),
        features.entrySet().stream()
            .map(entry -> FeatureStatus.of(entry.getKey(), entry.getValue()))
            .toList(),
        AppliedTotals.of(answer));
  }

  long onWebSocket() {
    return features.stream().filter(FeatureStatus::webSocket).count();
  }

  /** Whether nothing is sent at all; a kill switch, for example. */
  boolean allOff() {
    return !features.isEmpty() && features.stream().allMatch(FeatureStatus::off);
  }

  boolean anyRolledBack() {
    return features.stream().anyMatch(FeatureStatus::rolledBack);
  }
}
