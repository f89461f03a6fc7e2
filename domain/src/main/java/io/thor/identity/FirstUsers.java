package io.thor.identity;

import io.thor.config.InvalidSettingException;
import io.thor.config.Profile;
import io.thor.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds the users without whom nobody could sign in: those of the demonstration, and the first
 * {@code admin}, whom the demonstration can do without. Their passwords come from settings such as
 * {@code thor.operator-password}; a later start with another password sets that one.
 */
@ApplicationScoped
public class FirstUsers {

  /**
   * System property by which whoever starts the server in this process offers a password for a user
   * who may not exist yet: this prefix and the username.
   */
  public static final String OFFERED_PREFIX = "thor.offered-password.";

  /** System property that then names the users who got the offered password, with commas. */
  public static final String TAKEN = "thor.offered-passwords-taken";

  private static final String ADMIN = "admin";

  @Inject Settings settings;
  @Inject Users users;

  /** Adds who is missing. */
  public void create() {
    wanted().forEach(this::create);
  }

  private Map<String, Set<Role>> wanted() {
    Map<String, Set<Role>> wanted = new LinkedHashMap<>();
    if (Profile.of(settings) == Profile.DEMO) {
      wanted.put("operator", Set.of(Role.OPERATOR));
      wanted.put("trader", Set.of(Role.TRADER));
      wanted.put("trader2", Set.of(Role.TRADER));
    }
    if (Profile.of(settings) == Profile.PRODUCTION || passwordOf(ADMIN).isPresent()) {
      wanted.put(ADMIN, Set.of(Role.ADMIN, Role.OPERATOR));
    }
    return wanted;
  }

  private Optional<String> passwordOf(String username) {
    return settings
        .find("thor." + username + "-password")
        .or(() -> Optional.ofNullable(System.getProperty(OFFERED_PREFIX + username)));
  }

  private void create(String username, Set<Role> roles) {
    String key = "thor." + username + "-password";
    Optional<String> configured = settings.find(key);
    configured.ifPresent(password -> checkLength(key, password));
    if (users.exists(username)) {
      configured.ifPresent(password -> users.changePassword(username, password));
    } else if (configured.isPresent()) {
      users.add(username, configured.get(), roles);
    } else {
      createWithOffered(key, username, roles);
    }
  }

  private void createWithOffered(String key, String username, Set<Role> roles) {
    String offered = System.getProperty(OFFERED_PREFIX + username);
    if (offered == null) {
      throw new InvalidSettingException(
          key, "not set", "the first password of user " + username + ", 8 characters or more");
    }
    users.add(username, offered, roles);
    String taken = System.getProperty(TAKEN, "");
    System.setProperty(TAKEN, taken.isEmpty() ? username : taken + "," + username);
  }

  /** Never shows the password. */
  private static void checkLength(String key, String password) {
    if (password.length() < PasswordRule.LEAST_LENGTH) {
      throw new InvalidSettingException(
          key, password.length() + " characters long", "8 characters or more");
    }
  }
}
