package io.thor.identity;

import java.security.Principal;
import java.time.Instant;
import java.util.Set;

/**
 * A signed-in user, as the request sees them.
 *
 * @param accountIds the accounts that they may see
 * @param tokenId the token that stands for them; refreshing keeps it
 * @param expires when the token ends unless it is refreshed
 */
public record Viewer(
    String username, Set<Role> roles, Set<String> accountIds, TokenId tokenId, Instant expires)
    implements Principal {

  public Viewer {
    roles = Set.copyOf(roles);
    accountIds = Set.copyOf(accountIds);
  }

  @Override
  public String getName() {
    return username;
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
