package io.thor.cutover;

import java.util.Objects;
import java.util.Optional;

/**
 * An open session as the cutover sees it.
 *
 * @param connection names it, on this node
 * @param accountId the smallest account of its user, which decides about canaries
 * @param applied the latest revision that it has acknowledged
 */
public record SteeredSession(
    String connection,
    String username,
    Optional<String> accountId,
    ClientKind client,
    Optional<Long> applied) {

  public SteeredSession {
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(username, "username");
    Objects.requireNonNull(accountId, "accountId");
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(applied, "applied");
  }

  /** Whether it follows a revision. */
  boolean follows(long revision) {
    return applied.filter(seen -> seen >= revision).isPresent();
  }
}
