package io.thor.cutover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The stage of one feature, before caps, and the environment's flag at the last start. */
@Entity
@Table(name = "cutover_stage")
public class StoredStage {

  @Id private String feature;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  private String why;

  @Column(name = "env_value")
  private boolean envValue;

  private long revision;

  @Column(name = "changed_ms")
  private long changedMs;

  protected StoredStage() {}

  StoredStage(String feature) {
    this.feature = feature;
  }

  String feature() {
    return feature;
  }

  FeatureStage featureStage() {
    return new FeatureStage(feature, stage, why);
  }

  EnvironmentFlag.Stored flagged() {
    return new EnvironmentFlag.Stored(stage, envValue, Optional.empty());
  }

  void remember(boolean environmentValue) {
    envValue = environmentValue;
  }

  void move(EnvironmentFlag.Move move, long newRevision, Instant at) {
    stage = move.to();
    why = move.why();
    revision = newRevision;
    changedMs = at.toEpochMilli();
  }
}
