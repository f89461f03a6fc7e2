package io.thor.market;

import io.thor.identity.Actor;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes single days of the calendars at run time: stores and audits the change in one
 * transaction, and lays it over the calendars of this node. Other nodes follow as they {@link
 * #refresh}.
 *
 * <p>Threads: any. Errors: {@link IllegalArgumentException} for a day or hours that cannot be.
 */
@ApplicationScoped
public class CalendarOverrides {

  @Inject Database database;
  @Inject Markets markets;
  @Inject MarketStatuses statuses;
  @Inject Clock clock;

  private long seen;

  /** Sets a day, over what was set before. */
  public synchronized void put(String marketId, DayOverride override, Actor actor) {
    List<DayOverride> others =
        database.inNewTransaction(
            () ->
                of(marketId).stream()
                    .filter(each -> !each.date().equals(override.date()))
                    .toList());
    MarketCalendar bundled = markets.findBundled(marketId).orElseThrow();
    // Alone as well, so that every other one can be removed.
    bundled.with(List.of(override));
    List<DayOverride> holding = Markets.holding(bundled, others);
    bundled.with(Stream.concat(holding.stream(), Stream.of(override)).toList());
    database.inNewTransaction(
        () -> {
          store(marketId, override);
          audit(marketId, override.date(), actor, override.words());
          return override;
        });
    refresh();
  }

  /** Takes an override back; false when there is none. */
  public synchronized boolean remove(String marketId, LocalDate date, Actor actor) {
    boolean found =
        database.inNewTransaction(
            () -> {
              Optional<StoredOverride> stored = find(marketId, date);
              stored.ifPresent(
                  row -> {
                    em().remove(row);
                    audit(marketId, date, actor, "as the calendar has it");
                  });
              return stored.isPresent();
            });
    refresh();
    return found;
  }

  /** The overrides of a market, oldest day first. */
  public List<DayOverride> list(String marketId) {
    return database.inNewTransaction(() -> of(marketId));
  }

  /** Every change of a market's days, oldest first. */
  public List<OverrideChange> changes(String marketId) {
    return database.inNewTransaction(
        () ->
            em().createQuery(
                    "select c from OverrideChange c where c.marketId = :market order by c.id",
                    OverrideChange.class)
                .setParameter("market", marketId)
                .getResultList());
  }

  /** Lays over the calendars what any node has changed; returns whether there is something new. */
  public synchronized boolean load() {
    long latest = database.inNewTransaction(this::latest);
    if (latest == seen) {
      return false;
    }
    markets.override(database.inNewTransaction(this::all));
    seen = latest;
    return true;
  }

  /** Loads, and lets the status of every market follow at once. */
  public synchronized void refresh() {
    if (load()) {
      statuses.refreshAll();
    }
  }

  private Map<String, List<DayOverride>> all() {
    return em().createQuery("select o from StoredOverride o", StoredOverride.class)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                StoredOverride::marketId,
                Collectors.mapping(StoredOverride::toOverride, Collectors.toList())));
  }

  private List<DayOverride> of(String marketId) {
    return em().createQuery(
            "select o from StoredOverride o where o.marketId = :market order by o.date",
            StoredOverride.class)
        .setParameter("market", marketId)
        .getResultStream()
        .map(StoredOverride::toOverride)
        .toList();
  }

  private void store(String marketId, DayOverride override) {
    StoredOverride row =
        find(marketId, override.date())
            .orElseGet(() -> new StoredOverride(marketId, override.date()));
    row.become(override);
    em().persist(row);
  }

  private Optional<StoredOverride> find(String marketId, LocalDate date) {
    return Optional.ofNullable(
        em().find(StoredOverride.class, new StoredOverrideKey(marketId, date)));
  }

  /** Changes on two nodes at once take the same id: one of them fails, and can be made again. */
  private void audit(String marketId, LocalDate date, Actor actor, String words) {
    em().persist(
            new OverrideChange(
                latest() + 1,
                clock.instant(),
                actor.username(),
                actor.address(),
                marketId,
                date,
                words));
  }

  private long latest() {
    return em().createQuery("select coalesce(max(c.id), 0) from OverrideChange c", Long.class)
        .getSingleResult();
  }

  private EntityManager em() {
    return database.entityManager();
  }
}
