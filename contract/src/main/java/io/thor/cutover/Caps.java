package io.thor.cutover;

import java.util.Optional;

/**
 * What limits every stage from outside: the maximum of a feature and the kill switch.
 *
 * @param variable the name of the variable that sets the maximum
 * @param maximum the highest stage allowed
 * @param killed whether everything is off
 */
public record Caps(String variable, Optional<Stage> maximum, boolean killed) {

  /** The stage in force, with the reason that decided. */
  public FeatureStage applyTo(FeatureStage stored) {
    if (killed) {
      return new FeatureStage(stored.feature(), Stage.OFF, "WS_KILL_ALL=true");
    }
    Stage capped = maximum.map(stored.stage()::atMost).orElse(stored.stage());
    return capped == stored.stage()
        ? stored
        : new FeatureStage(stored.feature(), capped, variable + "=" + capped);
  }
}
