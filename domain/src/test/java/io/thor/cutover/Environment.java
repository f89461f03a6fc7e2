package io.thor.cutover;

import io.thor.config.Profile;
import io.thor.config.Settings;
import java.util.Map;
import java.util.Optional;

/** What a node finds in its environment when it starts. */
record Environment(Map<String, Boolean> flags, Map<String, Stage> maxima, boolean killed) {

  static final Environment EMPTY = new Environment(Map.of(), Map.of(), false);

  static Environment flag(String feature, boolean value) {
    return new Environment(Map.of(feature, value), Map.of(), false);
  }

  boolean wants(String feature) {
    return flags.getOrDefault(feature, false);
  }

  /** What may be in force of a stored stage. */
  Stage capped(String feature, Stage stored) {
    return killed ? Stage.OFF : stored.atMost(maxima.getOrDefault(feature, Stage.COMPLETE));
  }

  /** The same by its keys. */
  Settings settings(Profile profile) {
    return new Settings() {
      @Override
      public Optional<String> find(String key) {
        return key.equals(Profile.KEY)
            ? Optional.of(profile.name())
            : value(key).map(Object::toString);
      }
    };
  }

  private Optional<Object> value(String key) {
    if (key.equals("ws.kill.all")) {
      return Optional.of(killed);
    }
    String feature = key.replaceFirst("^ws\\.feature\\.", "").replaceFirst("\\.max\\.stage$", "");
    return Optional.ofNullable(
        key.endsWith(".max.stage") ? maxima.get(feature) : flags.get(feature));
  }
}
