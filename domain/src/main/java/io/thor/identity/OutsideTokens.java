package io.thor.identity;

import io.thor.oidc.OutsideIdentity;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens of users from outside. None lasts longer than what its issuer said.
 *
 * <p>Threads: any; each call has a transaction of its own.
 */
@ApplicationScoped
class OutsideTokens {

  @Inject Database database;
  @Inject Tokens tokens;
  @Inject Clock clock;

  /** Gives out a token of Thor's own. */
  Tokens.Issued issue(User user, OutsideIdentity identity, Grants grants) {
    String secret = Secrets.next();
    Instant now = clock.instant();
    Duration proved = Duration.between(now, identity.end());
    Duration longest = proved.compareTo(tokens.longest()) < 0 ? proved : tokens.longest();
    SessionToken token = token(secret, user, grants, now.plus(longest));
    token.extend(now, tokens.lifetime());
    return new Tokens.Issued(secret, longest, keep(user, token));
  }

  /** Knows the issuer's own token from now on. */
  Viewer adopt(String secret, User user, OutsideIdentity identity, Grants grants) {
    SessionToken token = token(secret, user, grants, identity.end());
    token.extend(identity.end(), tokens.lifetime());
    return keep(user, token);
  }

  /** Whether a token was adopted before, be it valid or not. */
  boolean isKnown(String secret) {
    String hash = Secrets.hash(secret);
    return database.inNewTransaction(
        () ->
            Optional.ofNullable(database.entityManager().find(SessionToken.class, hash))
                .isPresent());
  }

  private static SessionToken token(String secret, User user, Grants grants, Instant lastEnd) {
    SessionToken token =
        new SessionToken(Secrets.hash(secret), Secrets.nextId(), user.username(), lastEnd);
    token.grant(grants.roles(), grants.accounts());
    return token;
  }

  private Viewer keep(User user, SessionToken token) {
    return database.inNewTransaction(
        () -> {
          tokens.keep(token);
          return tokens.viewer(user, token);
        });
  }
}
