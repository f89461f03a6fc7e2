package io.thor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * The user {@code probe}, as whom this installation compares its own paths. Nobody knows a password
 * for it: its tokens are given out in this process alone. An administrator who disables it, or
 * gives it another role, turns the probe off.
 *
 * <p>Threads: any; each call has a transaction of its own.
 */
@ApplicationScoped
public class ProbeUser {

  private static final String USERNAME = "probe";
  private static final Set<Role> ROLES = Set.of(Role.PROBE);

  @Inject Users users;
  @Inject Tokens tokens;

  /** A token; empty while the user may not sign in. */
  public Optional<Tokens.Issued> signIn() {
    if (!users.exists(USERNAME)) {
      users.add(USERNAME, Secrets.next(), ROLES);
    }
    return users.find(USERNAME).filter(User::enabled).filter(this::isProbe).map(tokens::issue);
  }

  /** One with more roles is a user of somebody's, whose rights the probe must not have. */
  private boolean isProbe(User user) {
    return user.roles().equals(ROLES);
  }
}
