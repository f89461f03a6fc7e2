package io.thor.parity;

import io.thor.cutover.RenderPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was found of a feature since its present step began, as it is shown.
 *
 * @param since when the step began, or was last rolled back to
 * @param probe how the probe of the node is that answers
 * @param sources what each source did
 * @param totals comparisons of the step
 * @param minutes of the last minutes, oldest first; minutes without comparisons are left out
 * @param samples the newest first, of earlier steps too
 */
public record FeatureEvidence(
    String feature,
    Instant since,
    String probe,
    List<SourceActivity> sources,
    List<Total> totals,
    List<Minute> minutes,
    List<Shown> samples) {

  /**
   * What one source did.
   *
   * @param distinct pairs of topic and sequence number, each once
   */
  public record SourceActivity(
      Source source,
      long distinct,
      long selfTestsMade,
      long selfTestsSeen,
      long watchedMs,
      long staleMs) {

    static SourceActivity of(Source source, EvidenceTotals.Activity activity) {
      return new SourceActivity(
          source,
          activity.fresh(),
          activity.testsMade(),
          activity.testsSeen(),
          activity.watched().toMillis(),
          activity.stale().toMillis());
    }
  }

  /** How often one kind was found. */
  public record Total(
      Source source,
      RenderPath group,
      Verdict verdict,
      Optional<Suspicion.Result> result,
      long count) {}

  /** One minute, of all sources. */
  public record Minute(Instant minute, long equal, long undecided, long confirmed, long vanished) {

    static Minute of(Instant minute, EvidenceTotals.Counts counts) {
      long confirmed = counts.of(Counted::isConfirmed);
      return new Minute(
          minute,
          counts.of(counted -> counted.verdict() == Verdict.EQUAL),
          counts.of(counted -> counted.verdict() == Verdict.UNDECIDED),
          confirmed,
          counts.of(counted -> counted.verdict().isFault()) - confirmed);
    }
  }

  /**
   * One finding.
   *
   * @param patch makes what REST said of what the stream said
   */
  public record Shown(
      Source source,
      Verdict verdict,
      Optional<Suspicion.Result> result,
      String topic,
      String epoch,
      long seq,
      Instant found,
      String words,
      Optional<Value> stream,
      Optional<Value> rest,
      Optional<JsonPatch> patch) {

    static Shown of(Sample sample) {
      return new Shown(
          sample.source(),
          sample.verdict(),
          sample.result(),
          sample.topic(),
          sample.epoch(),
          sample.seq(),
          sample.found(),
          sample.words(),
          sample.stream(),
          sample.rest(),
          sample.stream()
              .flatMap(stream -> sample.rest().map(rest -> JsonPatch.between(stream, rest))));
    }
  }

  static List<Total> totals(EvidenceTotals.Counts counts) {
    Map<String, Total> sorted = new TreeMap<>();
    counts
        .byKind()
        .forEach(
            (kind, count) -> {
              Total total =
                  new Total(kind.source(), kind.group(), kind.verdict(), kind.result(), count);
              sorted.put(kind.toString(), total);
            });
    return List.copyOf(sorted.values());
  }
}
