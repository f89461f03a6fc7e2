package io.thor.cutover;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The row of one feature's {@link FeatureState}. */
@Entity
@Table(name = "cutover_stage")
public class StoredStage {

  @Id private String feature;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  private String canary;
  private String why;
  private long revision;

  @Column(name = "changed_ms")
  private long changedMs;

  @Column(name = "step_since_ms")
  private long stepSinceMs;

  @Column(name = "env_value")
  private boolean envValue;

  @Enumerated(EnumType.STRING)
  @Column(name = "env_maximum")
  private Stage envMaximum;

  @Column(name = "env_killed")
  private boolean envKilled;

  @Column(name = "paused_ms")
  private Long pausedMs;

  @Column(name = "rolled_back_ms")
  private Long rolledBackMs;

  @Column(name = "latched_until_ms")
  private Long latchedUntilMs;

  @Column(name = "acknowledged_ms")
  private Long acknowledgedMs;

  @Embedded private StoredPending pending;

  protected StoredStage() {}

  StoredStage(String feature) {
    this.feature = feature;
  }

  String feature() {
    return feature;
  }

  FeatureState read() {
    return new FeatureState(
        feature,
        new Step(stage, StoredCanary.read(canary)),
        overlay(),
        Optional.ofNullable(pending).flatMap(StoredPending::read),
        new EnvironmentMemory(envValue, Optional.ofNullable(envMaximum), envKilled),
        why,
        revision,
        Instant.ofEpochMilli(changedMs));
  }

  /** When the step began, or was last rolled back to: evidence counts from there. */
  Instant stepSince() {
    return Instant.ofEpochMilli(stepSinceMs);
  }

  void write(FeatureState state) {
    if (beginsStep(state)) {
      stepSinceMs = state.changedAt().toEpochMilli();
    }
    stage = state.step().stage();
    canary = StoredCanary.write(state.step().canary());
    why = state.why();
    revision = state.revision();
    changedMs = state.changedAt().toEpochMilli();
    envValue = state.environment().flag();
    envMaximum = state.environment().maximum().orElse(null);
    envKilled = state.environment().killed();
    pending = new StoredPending(state.pending());
    write(state.overlay());
  }

  private boolean beginsStep(FeatureState next) {
    boolean moved =
        stage != next.step().stage() || !canary.equals(StoredCanary.write(next.step().canary()));
    return moved
        || next.overlay() instanceof Overlay.RolledBack latch
            && !Long.valueOf(latch.since().toEpochMilli()).equals(rolledBackMs);
  }

  private Overlay overlay() {
    if (pausedMs != null) {
      return new Overlay.Paused(Instant.ofEpochMilli(pausedMs));
    }
    return rolledBackMs == null
        ? Overlay.NONE
        : new Overlay.RolledBack(
            Instant.ofEpochMilli(rolledBackMs),
            Instant.ofEpochMilli(latchedUntilMs),
            Optional.ofNullable(acknowledgedMs).map(Instant::ofEpochMilli));
  }

  private void write(Overlay overlay) {
    pausedMs = null;
    rolledBackMs = null;
    latchedUntilMs = null;
    acknowledgedMs = null;
    if (overlay instanceof Overlay.Paused paused) {
      pausedMs = paused.since().toEpochMilli();
    } else if (overlay instanceof Overlay.RolledBack latch) {
      rolledBackMs = latch.since().toEpochMilli();
      latchedUntilMs = latch.until().toEpochMilli();
      acknowledgedMs = latch.acknowledged().map(Instant::toEpochMilli).orElse(null);
    }
  }
}
