package io.thor.cutover;

import java.util.Optional;

/**
 * What the environment said at the last start.
 *
 * @param flag {@code WS_FEATURE_X}
 * @param maximum {@code WS_FEATURE_X_MAX_STAGE}
 * @param killed {@code WS_KILL_ALL}
 */
public record EnvironmentMemory(boolean flag, Optional<Stage> maximum, boolean killed) {

  static EnvironmentMemory of(EnvironmentFlag flag, Caps caps) {
    return new EnvironmentMemory(flag.value(), caps.maximum(), caps.killed());
  }

  boolean hasSameCaps(EnvironmentMemory other) {
    return killed == other.killed && maximum.equals(other.maximum);
  }
}
