package io.thor.cutover;

import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts who reads states by REST and for what: by purpose since this node's start, and those
 * without a purpose in the database, minute by minute, for the gate before {@code COMPLETE}.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class RestCallers implements OldPathCallers {

  /** The purpose of who names none: a caller of the old path. */
  public static final String NONE = "none";

  private static final String OTHER = "other";
  private static final Set<String> PURPOSES = Set.of("parity", "resync", "history");
  private static final Duration KEPT = Duration.ofDays(14);

  @Inject Database database;
  @Inject Clock clock;

  /** What is counted together. */
  public record Caller(String feature, String purpose) {}

  private final Map<Caller, LongAdder> calls = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> unstored = new ConcurrentHashMap<>();

  /**
   * Counts a call.
   *
   * @param purpose as the caller says it
   */
  public void count(String feature, Optional<String> purpose) {
    String known = purpose.map(said -> PURPOSES.contains(said) ? said : OTHER).orElse(NONE);
    calls.computeIfAbsent(new Caller(feature, known), key -> new LongAdder()).increment();
    if (known.equals(NONE)) {
      unstored.computeIfAbsent(feature, key -> new LongAdder()).increment();
    }
  }

  /** All calls since the start of this node. */
  public Map<Caller, Long> calls() {
    Map<Caller, Long> sums = new ConcurrentHashMap<>();
    calls.forEach((caller, count) -> sums.put(caller, count.sum()));
    return sums;
  }

  /**
   * Stores what was counted since the last time, and forgets what is old; in its own transaction.
   */
  public void store() {
    Instant now = clock.instant();
    unstored.forEach(
        (feature, counter) -> {
          long count = counter.sum();
          if (count > 0) {
            database.inNewTransaction(() -> insert(new RestCallRow(feature, count, now)));
            counter.add(-count);
          }
        });
    database.inNewTransaction(() -> forget(now.minus(KEPT)));
  }

  @Override
  public long withoutPurpose(String feature, Instant from, Instant to) {
    Long stored =
        database
            .entityManager()
            .createQuery(
                "select sum(c.calls) from RestCallRow c"
                    + " where c.feature = :feature and c.atMs >= :from and c.atMs < :to",
                Long.class)
            .setParameter("feature", feature)
            .setParameter("from", from.toEpochMilli())
            .setParameter("to", to.toEpochMilli())
            .getSingleResult();
    return stored == null ? 0 : stored;
  }

  private RestCallRow insert(RestCallRow row) {
    database.entityManager().persist(row);
    return row;
  }

  private int forget(Instant before) {
    return database
        .entityManager()
        .createQuery("delete from RestCallRow c where c.atMs < :before")
        .setParameter("before", before.toEpochMilli())
        .executeUpdate();
  }
}
