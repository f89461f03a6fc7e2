package io.thor.cutover;

import io.thor.config.Profile;
import io.thor.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the configuration says about stages. */
@ApplicationScoped
class CutoverSettings {

  /** Key: whether {@code WS_FEATURE_X=true} may raise a stage in production. */
  static final String MAY_PROMOTE_KEY = "thor.cutover.env-may-promote";

  @Inject Settings settings;

  EnvironmentFlag flag(String feature) {
    return new EnvironmentFlag(
        EnvironmentFlag.variableFor(feature),
        settings.flag("ws.feature." + feature, false),
        settings.flag(MAY_PROMOTE_KEY, Profile.of(settings) == Profile.DEMO));
  }

  Caps caps(String feature) {
    String key = "ws.feature." + feature + ".max.stage";
    return new Caps(
        Settings.variable(key),
        settings.constant(key, Stage.class),
        settings.flag("ws.kill.all", false));
  }
}
