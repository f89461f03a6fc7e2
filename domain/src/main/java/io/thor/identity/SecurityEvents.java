package io.thor.identity;

import io.thor.config.Settings;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The security events as an administrator reads them, and their end after some days.
 *
 * <p>Threads: any; each call has a transaction of its own.
 */
@ApplicationScoped
public class SecurityEvents {

  /** Key: how long events are kept, in days. */
  public static final String KEPT_KEY = "thor.security.event-days";

  @Inject Database database;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * One event.
   *
   * @param id grows with time
   * @param subject the user whom it concerns, empty where there is no such user
   * @param actor who did it, empty for somebody who had not signed in
   * @param address of the client
   */
  public record Entry(
      long id,
      Instant at,
      String kind,
      String subject,
      String actor,
      String address,
      String detail) {}

  /**
   * What is asked for.
   *
   * @param after the id behind which to read on; empty for the newest events
   * @param user whom the event concerns, or who did it
   */
  public record Query(
      Optional<Long> after, int limit, Optional<String> user, Optional<SecurityEvent.Kind> kind) {

    private String text() {
      return "select e from SecurityEvent e where e.eventId > :after"
          + user.map(name -> " and (e.subject = :user or e.actor = :user)").orElse("")
          + kind.map(wanted -> " and e.kind = :kind").orElse("")
          + " order by e.eventId"
          + (after.isPresent() ? "" : " desc");
    }
  }

  /** Events, oldest first. */
  public List<Entry> read(Query query) {
    List<Entry> read = database.inNewTransaction(() -> entries(query));
    if (query.after().isEmpty()) {
      Collections.reverse(read);
    }
    return List.copyOf(read);
  }

  private List<Entry> entries(Query query) {
    TypedQuery<SecurityEvent> events =
        database
            .entityManager()
            .createQuery(query.text(), SecurityEvent.class)
            .setParameter("after", query.after().orElse(-1L))
            .setMaxResults(query.limit());
    query.user().ifPresent(name -> events.setParameter("user", name));
    query.kind().ifPresent(wanted -> events.setParameter("kind", wanted.name()));
    return events
        .getResultStream()
        .map(SecurityEvent::entry)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Deletes what is older than it has to be kept; tells how many events that were. */
  public int deleteOld() {
    int days = settings.wholeNumber(KEPT_KEY, 400, 1, 36_500);
    long oldest = clock.instant().minus(Duration.ofDays(days)).toEpochMilli();
    return database.inNewTransaction(
        () ->
            database
                .entityManager()
                .createQuery("delete from SecurityEvent e where e.atMs < :oldest")
                .setParameter("oldest", oldest)
                .executeUpdate());
  }
}
