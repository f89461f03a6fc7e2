package io.thor.identity;

import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Keeps what happens to users and sessions, in a table and in the log: who, from where, what.
 *
 * <p>Threads: any; each call has a transaction of its own.
 */
@ApplicationScoped
public class SecurityAudit {

  private static final System.Logger LOG = System.getLogger("io.thor.audit");

  @Inject Database database;
  @Inject Clock clock;

  /**
   * Records one event.
   *
   * @param subject the user whom it concerns, empty where there is no such user
   * @param detail words without any secret, at most 200 characters
   */
  void record(SecurityEvent.Kind kind, Actor actor, String subject, String detail) {
    recordWith(kind, actor, subject, detail, () -> kind);
  }

  /**
   * Records one event in the transaction of the work that it tells of, behind it: both are kept, or
   * none, and nobody sees the work without its event.
   */
  <T> T recordWith(
      SecurityEvent.Kind kind, Actor actor, String subject, String detail, Supplier<T> work) {
    T result =
        database.inNewTransaction(
            () -> {
              T done = work.get();
              database
                  .entityManager()
                  .persist(new SecurityEvent(clock.instant(), kind, actor, subject, detail));
              return done;
            });
    LOG.log(
        Level.INFO,
        "{0} user={1} by={2} from={3} {4}",
        kind,
        subject,
        actor.username(),
        actor.address(),
        detail);
    return result;
  }
}
