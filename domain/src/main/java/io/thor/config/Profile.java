package io.thor.config;

/** What an installation is for: key {@code thor.profile}. */
public enum Profile {
  /** Demonstration users, accounts and recorded trades; one operator suffices. */
  DEMO,
  /** None of these. The default. */
  PRODUCTION;

  public static final String KEY = "thor.profile";

  public static Profile of(Settings settings) {
    return settings.constant(KEY, Profile.class, PRODUCTION);
  }
}
