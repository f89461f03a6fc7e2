package io.thor.identity;

import io.thor.config.Settings;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Gives out, checks and takes back the tokens of signed-in users: 256 random bits, of which only
 * the SHA-256 is stored. They outlive a restart.
 *
 * <p>Threads: any; each call has a transaction of its own.
 */
@ApplicationScoped
public class Tokens {

  /** Key: how long a token lasts, in seconds. */
  public static final String LIFETIME_KEY = "thor.security.session-seconds";

  private static final int TOKEN_BYTES = 32;
  private static final int DAY_SECONDS = 86_400;

  @Inject Database database;
  @Inject Settings settings;
  @Inject Clock clock;

  private final SecureRandom random = new SecureRandom();
  private volatile Duration lifetime = Duration.ZERO;

  /** Reads the configuration; called once, before anything is served. */
  public void configure() {
    lifetime =
        Duration.ofSeconds(settings.wholeNumber(LIFETIME_KEY, 8 * 3600, 60, 30 * DAY_SECONDS));
  }

  /**
   * A token that was just given out.
   *
   * @param secret shown to its owner once, never stored or logged
   */
  public record Issued(String secret, Duration lifetime, Viewer viewer) {

    @Override
    public String toString() {
      return "a token of " + viewer.username();
    }
  }

  /** Gives out a token to a user who has proved who they are. */
  Issued issue(User user) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    return database.inNewTransaction(
        () -> {
          EntityManager em = database.entityManager();
          em.createQuery("delete from SessionToken t where t.expiresMs < :now")
              .setParameter("now", now.toEpochMilli())
              .executeUpdate();
          em.persist(new SessionToken(hash(secret), user.username(), now.plus(lifetime)));
          return new Issued(secret, lifetime, viewer(user, now.plus(lifetime)));
        });
  }

  /** Who a token stands for; empty when it is unknown, has ended, or its user is disabled. */
  public Optional<Viewer> viewerOf(String secret) {
    return database.inNewTransaction(
        () -> {
          EntityManager em = database.entityManager();
          SessionToken token = em.find(SessionToken.class, hash(secret));
          if (token == null || !token.expires().isAfter(clock.instant())) {
            return Optional.empty();
          }
          return Optional.ofNullable(em.find(User.class, token.username()))
              .filter(User::enabled)
              .map(user -> viewer(user, token.expires()));
        });
  }

  /** Ends a token; one that is unknown is left alone. */
  public void revoke(String secret) {
    database.inNewTransaction(
        () ->
            database
                .entityManager()
                .createQuery("delete from SessionToken t where t.tokenHash = :hash")
                .setParameter("hash", hash(secret))
                .executeUpdate());
  }

  private Viewer viewer(User user, Instant expires) {
    Set<String> accounts =
        new HashSet<>(
            database
                .entityManager()
                .createQuery(
                    "select a.accountId from Account a where a.owner = :owner", String.class)
                .setParameter("owner", user.username())
                .getResultList());
    return new Viewer(user.username(), user.roles(), accounts, expires);
  }

  private static String hash(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
    }
  }
}
