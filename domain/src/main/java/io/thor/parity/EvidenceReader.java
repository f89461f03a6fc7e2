package io.thor.parity;

import io.thor.cutover.StepStarts;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the evidence of a feature to be shown.
 *
 * <p>Threads: any; each call has a transaction of its own.
 */
@ApplicationScoped
public class EvidenceReader {

  @Inject Database database;
  @Inject EvidenceTotals totals;
  @Inject StepStarts steps;
  @Inject ProbeStatus probe;
  @Inject Clock clock;

  /**
   * What was found.
   *
   * @param recent how far back the minutes reach
   */
  public FeatureEvidence of(String feature, Duration recent) {
    return database.inNewTransaction(() -> read(feature, clock.instant().minus(recent)));
  }

  private FeatureEvidence read(String feature, Instant from) {
    Instant since = steps.of(feature);
    List<FeatureEvidence.Minute> minutes = new ArrayList<>();
    totals
        .series(feature, since, from)
        .forEach((minute, counts) -> minutes.add(FeatureEvidence.Minute.of(minute, counts)));
    return new FeatureEvidence(
        feature,
        since,
        probe.words(),
        Stream.of(Source.values())
            .map(
                source ->
                    FeatureEvidence.SourceActivity.of(
                        source, totals.activity(feature, source, since)))
            .toList(),
        FeatureEvidence.totals(totals.counts(feature, since)),
        minutes,
        totals.samples(feature).stream().map(FeatureEvidence.Shown::of).toList());
  }
}
