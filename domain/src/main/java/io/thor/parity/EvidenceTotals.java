package io.thor.parity;

import io.thor.cutover.RenderPath;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Adds up what was found of a feature since its present step began.
 *
 * <p>Threads: any, in the transaction of the caller.
 */
@ApplicationScoped
public class EvidenceTotals {

  @Inject Database database;

  /** Sums over a whole step, of one source. */
  public record Activity(
      long fresh, long testsMade, long testsSeen, Duration watched, Duration stale) {}

  /** How often each kind was counted. */
  public record Counts(Map<Counted, Long> byKind) {

    public Counts {
      byKind = Map.copyOf(byKind);
    }

    /** How often all kinds together that a condition holds for. */
    public long of(Predicate<Counted> wanted) {
      return byKind.entrySet().stream()
          .filter(entry -> wanted.test(entry.getKey()))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  /** All comparisons at a step. */
  public Counts counts(String feature, Instant step) {
    Map<Counted, Long> counts = new HashMap<>();
    em().createQuery(
            "select m.source, m.pathGroup, m.verdict, m.result, sum(m.total) from ParityMinute m"
                + " where m.feature = :feature and m.stepMs = :step"
                + " group by m.source, m.pathGroup, m.verdict, m.result",
            Object[].class)
        .setParameter("feature", feature)
        .setParameter("step", step.toEpochMilli())
        .getResultStream()
        .forEach(row -> counts.put(counted(feature, row), number(row[4])));
    return new Counts(counts);
  }

  /** The comparisons at a step by minute, oldest first, from a moment on. */
  public Map<Instant, Counts> series(String feature, Instant step, Instant from) {
    Map<Instant, Map<Counted, Long>> series = new TreeMap<>();
    minutes(feature, step, from)
        .forEach(
            row ->
                series
                    .computeIfAbsent(row.minute(), minute -> new HashMap<>())
                    .merge(row.counted(), row.total(), Long::sum));
    Map<Instant, Counts> counts = new TreeMap<>();
    series.forEach((minute, found) -> counts.put(minute, new Counts(found)));
    return counts;
  }

  /** What one source did at a step. */
  public Activity activity(String feature, Source source, Instant step) {
    return activity(feature, source, step, Instant.EPOCH);
  }

  /** What one source did at a step, from a moment on. */
  public Activity activity(String feature, Source source, Instant step, Instant from) {
    Object[] sums =
        em().createQuery(
                "select coalesce(sum(a.fresh), 0), coalesce(sum(a.testsMade), 0),"
                    + " coalesce(sum(a.testsSeen), 0), coalesce(sum(a.watchedMs), 0),"
                    + " coalesce(sum(a.staleMs), 0) from ParityActivity a where a.feature = :feature"
                    + " and a.source = :source and a.stepMs = :step and a.minuteMs >= :from",
                Object[].class)
            .setParameter("feature", feature)
            .setParameter("source", source)
            .setParameter("step", step.toEpochMilli())
            .setParameter("from", from.toEpochMilli())
            .getSingleResult();
    return new Activity(
        number(sums[0]),
        number(sums[1]),
        number(sums[2]),
        Duration.ofMillis(number(sums[3])),
        Duration.ofMillis(number(sums[4])));
  }

  /** The moments of the changes of a topic that were compared and equal, at a step. */
  public List<Instant> equalChanges(String topic, Instant step) {
    return em().createQuery(
            "select t from ParityTransition t where t.topic = :topic and t.stepMs = :step"
                + " and t.same = true order by t.asOfMs",
            ParityTransition.class)
        .setParameter("topic", topic)
        .setParameter("step", step.toEpochMilli())
        .getResultStream()
        .map(ParityTransition::asOf)
        .toList();
  }

  /** The findings that were kept, the newest first. */
  public List<Sample> samples(String feature) {
    return em().createQuery(
            "select s from ParitySample s where s.feature = :feature order by s.id desc",
            ParitySample.class)
        .setParameter("feature", feature)
        .getResultStream()
        .map(ParitySample::read)
        .toList();
  }

  private List<ParityMinute> minutes(String feature, Instant step, Instant from) {
    return em().createQuery(
            "select m from ParityMinute m where m.feature = :feature and m.stepMs = :step"
                + " and m.minuteMs >= :from",
            ParityMinute.class)
        .setParameter("feature", feature)
        .setParameter("step", step.toEpochMilli())
        .setParameter("from", from.toEpochMilli())
        .getResultList();
  }

  private static Counted counted(String feature, Object[] row) {
    return new Counted(
        feature,
        (Source) row[0],
        (RenderPath) row[1],
        (Verdict) row[2],
        ParityMinute.result((String) row[3]));
  }

  private static long number(Object sum) {
    return ((Number) sum).longValue();
  }

  private EntityManager em() {
    return database.entityManager();
  }
}
