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

  /** Key: whether an advance to LIVE or COMPLETE needs a second operator's word in the demo too. */
  static final String SECOND_PERSON_KEY = "thor.cutover.second-person";

  private static final String SALT_KEY = "thor.cutover.salt";
  private static final String COOL_OFF_KEY = "thor.cutover.cool-off-ms";
  private static final int COOL_OFF_MS = 15 * 60_000;
  private static final int LONGEST_COOL_OFF_MS = 24 * 3_600_000;

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

  /** A change of the salt deals the accounts of every canary anew. */
  Bucketing bucketing() {
    return new Bucketing(settings.text(SALT_KEY, "thor"));
  }

  MachineRules rules() {
    boolean wanted = settings.flag(SECOND_PERSON_KEY, false);
    return new MachineRules(
        settings.millis(COOL_OFF_KEY, COOL_OFF_MS, 0, LONGEST_COOL_OFF_MS),
        wanted || Profile.of(settings) == Profile.PRODUCTION);
  }
}
