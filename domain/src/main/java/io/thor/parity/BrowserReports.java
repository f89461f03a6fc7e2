package io.thor.parity;

import io.thor.channel.TopicSources;
import io.thor.cutover.Cutover;
import io.thor.cutover.CutoverViews;
import io.thor.cutover.FeatureStage;
import io.thor.cutover.RenderPath;
import io.thor.identity.Viewer;
import io.thor.message.Topic;
import io.thor.storage.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what pages report about both paths: checked, limited, and counted as a source of its own.
 *
 * <p>Threads: any takes; a job of each node follows up.
 */
@ApplicationScoped
public class BrowserReports {

  /** Reports of one user in a minute. */
  static final int MOST_REPORTS = 240;

  @Inject TopicSources sources;
  @Inject Cutover cutover;
  @Inject CutoverViews views;
  @Inject EvidenceStore store;
  @Inject ParityOrders orders;
  @Inject ParityCounters counters;
  @Inject Readiness readiness;
  @Inject Clock clock;

  private final Map<String, Integer> reports = new HashMap<>();
  private final Map<String, PageVotes> votes = new HashMap<>();
  private Instant minute = Instant.EPOCH;
  private EvidenceBatch batch = new EvidenceBatch();

  /**
   * Takes a report.
   *
   * <p>Errors: {@link InvalidReportException}, {@link TooManyReportsException}.
   */
  public void take(Viewer viewer, JsonObject data) {
    Instant now = clock.instant();
    admit(viewer.username(), now);
    Set<Topic> visible = new HashSet<>(sources.topics(viewer));
    PageReport report = new ReportReader(visible::contains).read(data);
    Optional<String> account = viewer.accountIds().stream().min(Comparator.naturalOrder());
    take(viewer.username(), account, report, now);
  }

  /** Stores what was reported, and lets follow what many pages say alike. */
  public void followUp() {
    store.add(takeBatch());
    verdicts(clock.instant()).forEach(this::follow);
  }

  private synchronized void admit(String user, Instant now) {
    Instant present = now.truncatedTo(ChronoUnit.MINUTES);
    if (!present.equals(minute)) {
      minute = present;
      reports.clear();
    }
    if (reports.merge(user, 1, Integer::sum) > MOST_REPORTS) {
      throw new TooManyReportsException(MOST_REPORTS);
    }
  }

  private synchronized void take(
      String user, Optional<String> account, PageReport report, Instant now) {
    String feature = report.feature();
    FeatureStage stage = cutover.current().of(feature);
    Set<RenderPath> paths = views.paths(stage, account);
    paths.forEach(group -> count(report, group));
    batch.watched(feature, Source.BROWSER, report.watched(), report.stale());
    report.cases().forEach(found -> batch.sample(sample(feature, found, now)));
    if (stage.overlay().isLatched()) {
      // What is seen until somebody takes note has had its consequence.
      votes.remove(feature);
    } else {
      votes
          .computeIfAbsent(feature, name -> new PageVotes())
          .take(user, report, paths.contains(RenderPath.WEBSOCKET), now);
    }
  }

  private void count(PageReport report, RenderPath group) {
    report
        .counts()
        .forEach(
            (verdict, times) -> {
              if (verdict.isFault()) {
                long confirmed = report.confirmed(verdict);
                count(report, group, verdict, Optional.of(Suspicion.Result.CONFIRMED), confirmed);
                count(
                    report,
                    group,
                    verdict,
                    Optional.of(Suspicion.Result.TRANSIENT),
                    times - confirmed);
              } else {
                count(report, group, verdict, Optional.empty(), times);
              }
            });
  }

  private void count(
      PageReport report,
      RenderPath group,
      Verdict verdict,
      Optional<Suspicion.Result> result,
      long times) {
    if (times > 0) {
      batch.count(new Counted(report.feature(), Source.BROWSER, group, verdict, result), times);
      counters.compared(report.feature(), verdict, times);
    }
  }

  private static Sample sample(String feature, PageReport.Case found, Instant now) {
    return new Sample(
        feature,
        Source.BROWSER,
        found.verdict(),
        Optional.of(found.confirmed() ? Suspicion.Result.CONFIRMED : Suspicion.Result.TRANSIENT),
        found.topic().toString(),
        found.epoch(),
        found.seq(),
        now,
        found.words(),
        Optional.empty(),
        Optional.empty());
  }

  private synchronized EvidenceBatch takeBatch() {
    EvidenceBatch taken = batch;
    batch = new EvidenceBatch();
    return taken;
  }

  private synchronized Map<String, String> verdicts(Instant now) {
    Map<String, String> causes = new HashMap<>();
    votes.forEach(
        (feature, said) ->
            said.verdict(now)
                .ifPresent(
                    cause -> {
                      causes.put(feature, cause);
                      said.restart();
                    }));
    return causes;
  }

  private void follow(String feature, String cause) {
    if (readiness.obstacle().isEmpty()) {
      orders.rollBack(feature, "pages", cause, cause);
    } else {
      orders.pause(feature, cause + "; but REST is not ready either", cause);
    }
  }
}
