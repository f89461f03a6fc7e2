package io.thor.parity;

import io.thor.cutover.StepStarts;
import io.thor.message.MarketStatusUpdate;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what was found, by the step of the cutover at which it was found.
 *
 * <p>Threads: any; each call has a transaction of its own. Errors: a batch is stored whole or not
 * at all.
 */
@ApplicationScoped
public class EvidenceStore {

  /** Samples kept of one feature, source and verdict. */
  static final int MOST_SAMPLES = 20;

  @Inject Database database;
  @Inject StepStarts steps;
  @Inject Clock clock;

  /** Adds what was found. */
  public void add(EvidenceBatch batch) {
    if (!batch.isEmpty()) {
      database.inNewTransaction(() -> write(batch));
    }
  }

  /** Drops what is older than a moment. */
  public void forget(Instant before) {
    database.inNewTransaction(
        () -> {
          long limit = before.toEpochMilli();
          int gone = 0;
          for (String old :
              List.of(
                  "delete from ParityMinute m where m.minuteMs < :limit",
                  "delete from ParityActivity a where a.minuteMs < :limit",
                  "delete from ParityTransition t where t.asOfMs < :limit",
                  "delete from ParitySample s where s.foundMs < :limit")) {
            gone += em().createQuery(old).setParameter("limit", limit).executeUpdate();
          }
          return gone;
        });
  }

  private EvidenceBatch write(EvidenceBatch batch) {
    long minute = clock.instant().truncatedTo(ChronoUnit.MINUTES).toEpochMilli();
    Map<String, Long> stepOf = new HashMap<>();
    batch.counts().forEach((as, times) -> count(as, step(stepOf, as.feature()), minute, times));
    Map<EvidenceBatch.Doer, Long> fresh = new HashMap<>();
    for (EvidenceBatch.Compared compared : batch.compared()) {
      if (isFresh(compared)) {
        fresh.merge(new EvidenceBatch.Doer(compared.feature(), Source.PROBE), 1L, Long::sum);
        keepTransition(compared, step(stepOf, compared.feature()));
      }
    }
    fresh
        .keySet()
        .forEach(doer -> batch.activities().putIfAbsent(doer, EvidenceBatch.Activity.NONE));
    batch
        .activities()
        .forEach(
            (doer, activity) ->
                act(
                    doer,
                    step(stepOf, doer.feature()),
                    minute,
                    activity,
                    fresh.getOrDefault(doer, 0L)));
    batch.samples().forEach(this::keep);
    return batch;
  }

  private long step(Map<String, Long> known, String feature) {
    return known.computeIfAbsent(feature, name -> steps.of(name).toEpochMilli());
  }

  /** Adds by one statement, so that nodes do not overwrite each other's counts. */
  private void count(Counted as, long step, long minute, long times) {
    int updated =
        em().createQuery("update ParityMinute m set m.total = m.total + :times where m.id = :id")
            .setParameter("times", times)
            .setParameter("id", ParityMinute.id(as, step, minute))
            .executeUpdate();
    if (updated == 0) {
      em().persist(new ParityMinute(as, step, minute, times));
    }
  }

  private void act(
      EvidenceBatch.Doer doer,
      long step,
      long minute,
      EvidenceBatch.Activity activity,
      long fresh) {
    String id = ParityActivity.id(doer, step, minute);
    if (em().find(ParityActivity.class, id) == null) {
      em().persist(new ParityActivity(doer, step, minute));
      em().flush();
    }
    em().createQuery(
            "update ParityActivity a set a.fresh = a.fresh + :fresh,"
                + " a.testsMade = a.testsMade + :made, a.testsSeen = a.testsSeen + :seen,"
                + " a.watchedMs = a.watchedMs + :watched, a.staleMs = a.staleMs + :stale"
                + " where a.id = :id")
        .setParameter("fresh", fresh)
        .setParameter("made", activity.testsMade())
        .setParameter("seen", activity.testsSeen())
        .setParameter("watched", activity.watched().toMillis())
        .setParameter("stale", activity.stale().toMillis())
        .setParameter("id", id)
        .executeUpdate();
  }

  private boolean isFresh(EvidenceBatch.Compared compared) {
    String topic = compared.topic().toString();
    ParityPosition position = em().find(ParityPosition.class, topic);
    if (position == null) {
      position = new ParityPosition(topic);
      em().persist(position);
    }
    return position.take(compared.epoch(), compared.seq());
  }

  private void keepTransition(EvidenceBatch.Compared compared, long step) {
    if (compared.topic().prefix().equals(MarketStatusUpdate.TOPIC_PREFIX)
        && em().find(ParityTransition.class, ParityTransition.id(compared)) == null) {
      em().persist(new ParityTransition(compared, step));
    }
  }

  private void keep(Sample sample) {
    em().persist(new ParitySample(sample));
    em().flush();
    List<ParitySample> kept =
        em().createQuery(
                "select s from ParitySample s where s.feature = :feature and s.source = :source"
                    + " and s.verdict = :verdict order by s.id desc",
                ParitySample.class)
            .setParameter("feature", sample.feature())
            .setParameter("source", sample.source())
            .setParameter("verdict", sample.verdict())
            .getResultList();
    kept.stream().skip(MOST_SAMPLES).forEach(em()::remove);
  }

  private EntityManager em() {
    return database.entityManager();
  }
}
