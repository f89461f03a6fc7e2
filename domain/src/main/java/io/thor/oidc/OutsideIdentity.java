package io.thor.oidc;

import java.time.Instant;
import java.util.Set;

/**
 * Whom a valid token speaks of.
 *
 * @param issuer and {@code subject} together name one user for ever
 * @param roles by their names in Thor, as the configuration maps them
 * @param accounts that the issuer says are theirs; they may not exist
 * @param end after which the token is worth nothing, with what clocks may differ
 */
public record OutsideIdentity(
    String issuer, String subject, Set<String> roles, Set<String> accounts, Instant end) {

  public OutsideIdentity {
    roles = Set.copyOf(roles);
    accounts = Set.copyOf(accounts);
  }
}
