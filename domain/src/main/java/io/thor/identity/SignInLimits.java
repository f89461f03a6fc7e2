package io.thor.identity;

import io.thor.config.Settings;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Slows down whoever guesses passwords: by name and by address, with a wait that doubles. A name is
 * treated alike whether or not it is a user's, and is stored as a hash, for people type passwords
 * into the wrong field. As many passwords are checked at a time as there are processors.
 *
 * <p>Threads: any. Errors: {@link TooManyFailuresException} where a caller has to wait.
 */
@ApplicationScoped
public class SignInLimits {

  /** Key: how many failures a name has before it has to wait; an address has ten times as many. */
  public static final String FREE_KEY = "thor.security.sign-in-free-failures";

  private static final int ADDRESS_FACTOR = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Inject Database database;
  @Inject Settings settings;
  @Inject Clock clock;

  private final Semaphore checks = new Semaphore(Runtime.getRuntime().availableProcessors());

  /** Checks a password, unless this name or address has to wait. */
  <T> Optional<T> check(String username, String address, Supplier<Optional<T>> password) {
    refuseWhileBlocked(username, address);
    if (!acquired()) {
      throw new TooManyFailuresException(Duration.ofSeconds(1));
    }
    try {
      refuseWhileBlocked(username, address);
      return password.get();
    } finally {
      checks.release();
    }
  }

  /** Counts a failure; whether a lock-out begins with it. */
  boolean failed(String username, String address) {
    int free = settings.wholeNumber(FREE_KEY, 5, 1, 1000);
    boolean byName = count(nameOf(username), free);
    boolean byAddress = count(addressOf(address), free * ADDRESS_FACTOR);
    return byName || byAddress;
  }

  /** Forgets the failures of a name; those of the address stay, or one good user would clear it. */
  void succeeded(String username) {
    delete(nameOf(username));
  }

  /** Errors: {@link TooManyFailuresException} while this name or address has to wait. */
  void refuseWhileBlocked(String username, String address) {
    Instant now = clock.instant();
    Duration wait =
        database.inNewTransaction(
            () ->
                Stream.of(nameOf(username), addressOf(address))
                    .map(subject -> database.entityManager().find(SignInFailure.class, subject))
                    .flatMap(Stream::ofNullable)
                    .map(failure -> failure.waitAt(now))
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO));
    if (!wait.isZero()) {
      throw new TooManyFailuresException(wait);
    }
  }

  /** Where two nodes add the same row at once, the second finds it on its other try. */
  private boolean count(String subject, int free) {
    try {
      return countOnce(subject, free);
    } catch (RuntimeException e) {
      return countOnce(subject, free);
    }
  }

  private boolean countOnce(String subject, int free) {
    Instant now = clock.instant();
    return database.inNewTransaction(
        () -> {
          EntityManager em = database.entityManager();
          em.createQuery("delete from SignInFailure f where f.lastFailureMs < :forgotten")
              .setParameter("forgotten", now.minus(SignInFailure.FORGOTTEN_AFTER).toEpochMilli())
              .executeUpdate();
          SignInFailure failure = database.lock(SignInFailure.class, subject);
          if (failure == null) {
            failure = new SignInFailure(subject);
            em.persist(failure);
          }
          return failure.count(now, free);
        });
  }

  private void delete(String subject) {
    database.inNewTransaction(
        () ->
            database
                .entityManager()
                .createQuery("delete from SignInFailure f where f.subject = :subject")
                .setParameter("subject", subject)
                .executeUpdate());
  }

  private boolean acquired() {
    try {
      return checks.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String nameOf(String username) {
    return "user:" + Secrets.hash(username);
  }

  private static String addressOf(String address) {
    return "address:" + address;
  }
}
