package io.thor.identity;

import io.thor.config.Settings;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives out, checks, refreshes and takes back the tokens of signed-in users: 256 random bits, of
 * which only the SHA-256 is stored. They outlive a restart.
 *
 * <p>Threads: any; each call has a transaction of its own.
 */
@ApplicationScoped
public class Tokens {

  /** Key: how long a token lasts after sign-in and after each refresh, in seconds. */
  public static final String LIFETIME_KEY = "thor.security.session-seconds";

  /** Key: how long a token can be refreshed after sign-in, in seconds. */
  public static final String LONGEST_KEY = "thor.security.session-max-seconds";

  private static final int DAY_SECONDS = 86_400;

  /** Ended tokens stay so much longer, so that open connections still learn of a revocation. */
  private static final Duration KEPT = Duration.ofHours(1);

  @Inject Database database;
  @Inject RecentViewers recent;
  @Inject Settings settings;
  @Inject Clock clock;

  private volatile Duration lifetime = Duration.ZERO;
  private volatile Duration longest = Duration.ZERO;

  /** Reads the configuration; called once, before anything is served. */
  public void configure() {
    int seconds = settings.wholeNumber(LIFETIME_KEY, 900, 5, 30 * DAY_SECONDS);
    int most = Math.max(seconds, DAY_SECONDS / 2);
    lifetime = Duration.ofSeconds(seconds);
    longest =
        Duration.ofSeconds(settings.wholeNumber(LONGEST_KEY, most, seconds, 90 * DAY_SECONDS));
  }

  /**
   * A token that was just given out.
   *
   * @param secret shown to its owner once, never stored or logged
   * @param longest how long it can be refreshed
   */
  public record Issued(String secret, Duration longest, Viewer viewer) {

    @Override
    public String toString() {
      return "a token of " + viewer.username();
    }
  }

  /** Gives out a token to a user who has proved who they are. */
  Issued issue(User user) {
    String secret = Secrets.next();
    Instant now = clock.instant();
    SessionToken token =
        new SessionToken(
            Secrets.hash(secret), Secrets.nextId(), user.username(), now.plus(longest));
    token.extend(now, lifetime);
    return database.inNewTransaction(
        () -> {
          keep(token);
          return new Issued(secret, longest, viewer(user, token));
        });
  }

  /**
   * Stores a token, and deletes those that nobody has to know of any more, in the transaction of
   * the caller.
   */
  void keep(SessionToken token) {
    EntityManager em = database.entityManager();
    em.createQuery("delete from SessionToken t where t.expiresMs < :gone")
        .setParameter("gone", clock.instant().minus(KEPT).toEpochMilli())
        .executeUpdate();
    em.persist(token);
  }

  /** How long a token lasts after sign-in and after each refresh. */
  Duration lifetime() {
    return lifetime;
  }

  /** How long a token can be refreshed. */
  Duration longest() {
    return longest;
  }

  /** Who a token stands for; empty when it is unknown, has ended, or its user is disabled. */
  public Optional<Viewer> viewerOf(String secret) {
    return database.inNewTransaction(() -> valid(secret).flatMap(this::viewer));
  }

  /** Lets a valid token last longer, up to its last end. */
  public Optional<Viewer> refresh(String secret) {
    return database.inNewTransaction(
        () -> {
          Optional<SessionToken> token = valid(secret);
          token.ifPresent(found -> found.extend(clock.instant(), lifetime));
          return token.flatMap(this::viewer);
        });
  }

  /**
   * Which of many tokens were taken back, for connections that outlive the check at their
   * handshake: one query, whatever their number. A token that merely ended is not among them; its
   * holder knows when that is.
   */
  public Set<TokenId> revokedAmong(Collection<TokenId> tokens) {
    List<String> revoked =
        database.inNewTransaction(
            () ->
                database
                    .entityManager()
                    .createQuery(
                        "select t.tokenId from SessionToken t where t.revoked = true", String.class)
                    .getResultList());
    Set<TokenId> all = revoked.stream().map(TokenId::new).collect(Collectors.toSet());
    recent.forgetAll(all);
    all.retainAll(new HashSet<>(tokens));
    return all;
  }

  /** Ends a token; one that is unknown is left alone. Returns who had it while it was valid. */
  public Optional<Viewer> revoke(String secret) {
    recent.forget(secret);
    return database.inNewTransaction(
        () -> {
          Optional<Viewer> viewer = valid(secret).flatMap(this::viewer);
          database
              .entityManager()
              .createQuery("update SessionToken t set t.revoked = true where t.tokenHash = :hash")
              .setParameter("hash", Secrets.hash(secret))
              .executeUpdate();
          return viewer;
        });
  }

  /** Ends every token of a user, in the transaction of the caller. */
  void revokeAllOf(String username) {
    recent.forgetUser(username);
    database
        .entityManager()
        .createQuery("update SessionToken t set t.revoked = true where t.username = :username")
        .setParameter("username", username)
        .executeUpdate();
  }

  /** Who a token stands for, in the transaction of the caller. */
  Optional<Viewer> viewer(SessionToken token) {
    if (!token.validAt(clock.instant())) {
      return Optional.empty();
    }
    return Optional.ofNullable(database.entityManager().find(User.class, token.username()))
        .filter(User::enabled)
        .map(user -> viewer(user, token));
  }

  private Optional<SessionToken> valid(String secret) {
    return Optional.ofNullable(
            database.entityManager().find(SessionToken.class, Secrets.hash(secret)))
        .filter(token -> token.validAt(clock.instant()));
  }

  Viewer viewer(User user, SessionToken token) {
    Set<Role> roles = user.isOutside() ? token.grantedRoles() : user.roles();
    Set<String> accounts =
        user.isOutside() && !roles.contains(Role.PROBE)
            ? token.grantedAccounts()
            : accounts(user, roles);
    return new Viewer(user.username(), roles, accounts, token.tokenId(), token.expires());
  }

  private Set<String> accounts(User user, Set<Role> roles) {
    EntityManager em = database.entityManager();
    if (roles.contains(Role.PROBE)) {
      return Set.copyOf(
          em.createQuery("select a.accountId from Account a", String.class).getResultList());
    }
    return Set.copyOf(
        em.createQuery("select a.accountId from Account a where a.owner = :owner", String.class)
            .setParameter("owner", user.username())
            .getResultList());
  }
}
