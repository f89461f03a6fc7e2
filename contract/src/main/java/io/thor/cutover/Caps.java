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

  private static final String KILL_SWITCH = "WS_KILL_ALL";

  /** The stage in force, with the reason that decided. */
  public FeatureStage applyTo(FeatureStage stored) {
    if (killed) {
      return stored.cappedTo(Stage.OFF, KILL_SWITCH + "=true");
    }
    Stage capped = maximum.map(stored.stage()::atMost).orElse(stored.stage());
    return capped == stored.stage() ? stored : stored.cappedTo(capped, variable + "=" + capped);
  }

  /** What changed since other caps, in words. */
  String changeFrom(EnvironmentMemory before) {
    if (killed != before.killed()) {
      return KILL_SWITCH + "=" + killed;
    }
    return maximum.map(stage -> variable + "=" + stage).orElse(variable + " is no longer set");
  }
}
