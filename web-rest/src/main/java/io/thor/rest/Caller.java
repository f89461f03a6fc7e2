package io.thor.rest;

import io.thor.identity.Viewer;
import jakarta.ws.rs.core.SecurityContext;

/** Who is calling and which account they mean. */
public final class Caller {

  private Caller() {}

  /** The user of a request that the {@link AccessFilter} has let through. */
  public static Viewer of(SecurityContext context) {
    return (Viewer) context.getUserPrincipal();
  }

  /**
   * The account that a request means: the one it names, else the only one there is.
   *
   * <p>Errors: 404 for one that is not theirs, 400 when there is a choice and none was made.
   */
  public static String account(SecurityContext context, String accountId) {
    Viewer viewer = of(context);
    if (accountId != null && !accountId.isBlank()) {
      if (!viewer.accountIds().contains(accountId)) {
        throw Problem.notFound("account", accountId);
      }
      return accountId;
    }
    if (viewer.accountIds().size() != 1) {
      throw Problem.missing("account_id", "give one of those that GET /api/accounts lists");
    }
    return viewer.accountIds().iterator().next();
  }
}
