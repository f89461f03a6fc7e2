package io.thor.message;

import java.util.Optional;
import java.util.Set;

/**
 * Who may receive a message: every signed-in user, or those who hold one account.
 *
 * @param accountId the account, or empty for everyone
 */
public record Audience(Optional<String> accountId) {

  public static final Audience EVERYONE = new Audience(Optional.empty());

  public static Audience holdersOf(String accountId) {
    return new Audience(Optional.of(accountId));
  }

  /** Whether a user with these accounts belongs to it. */
  public boolean includes(Set<String> accountIds) {
    return accountId.isEmpty() || accountIds.contains(accountId.get());
  }
}
