package io.thor.identity;

import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tickets by which an open connection learns that its token lasts longer now: a frame carries the
 * ticket, never the token. Each is good once, for 30 seconds.
 *
 * <p>Threads: any; each call has a transaction of its own.
 */
@ApplicationScoped
public class RefreshTickets {

  /** How long a ticket may be redeemed. */
  public static final Duration LIFETIME = Duration.ofSeconds(30);

  @Inject Database database;
  @Inject Tokens tokens;
  @Inject Clock clock;

  /** A ticket for the token of a viewer; shown once, stored hashed. */
  public String issue(Viewer viewer) {
    String ticket = Secrets.next();
    Instant now = clock.instant();
    database.inNewTransaction(
        () -> {
          EntityManager em = database.entityManager();
          em.createQuery("delete from RefreshTicket t where t.expiresMs < :now")
              .setParameter("now", now.toEpochMilli())
              .executeUpdate();
          em.persist(new RefreshTicket(Secrets.hash(ticket), viewer.tokenId(), now.plus(LIFETIME)));
          return now;
        });
    return ticket;
  }

  /**
   * Uses a ticket up. The viewer has the roles, the accounts and the end that count now; a caller
   * holds its token id against that of the connection. Empty for a ticket that is unknown, used or
   * too old, and when its token has been taken back meanwhile.
   */
  public Optional<Viewer> redeem(String ticket) {
    return database.inNewTransaction(
        () -> {
          Optional<RefreshTicket> found =
              Optional.ofNullable(database.lock(RefreshTicket.class, Secrets.hash(ticket)));
          return found.filter(this::useUp).flatMap(this::token).flatMap(tokens::viewer);
        });
  }

  /** Of two who redeem at the same time, one deletes the row. */
  private boolean useUp(RefreshTicket ticket) {
    int deleted =
        database
            .entityManager()
            .createQuery("delete from RefreshTicket t where t = :ticket")
            .setParameter("ticket", ticket)
            .executeUpdate();
    return deleted == 1 && ticket.validAt(clock.instant());
  }

  private Optional<SessionToken> token(RefreshTicket ticket) {
    return database
        .entityManager()
        .createQuery("select t from SessionToken t where t.tokenId = :id", SessionToken.class)
        .setParameter("id", ticket.tokenId())
        .getResultStream()
        .findFirst();
  }
}
