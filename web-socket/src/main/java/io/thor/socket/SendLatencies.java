package io.thor.socket;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * How long frames wait between their commit and the end of their write, by message type. Of a batch
 * the oldest frame counts, so the figures are never too good. The quantiles are of the time since
 * the last look.
 *
 * <p>Threads: any may record.
 */
final class SendLatencies implements Collector {

  private static final double NANOS = 1e9;
  private static final int DIGITS = 2;
  private static final List<Double> QUANTILES = List.of(0.5, 0.99, 0.999);

  private final Map<String, Recorder> byType = new ConcurrentHashMap<>();
  private final Recorder all = new Recorder(DIGITS);

  void record(WireFrame frame, long nowNanos) {
    long waited = Math.max(0, nowNanos - frame.madeNanos());
    byType.computeIfAbsent(frame.frame().type(), type -> new Recorder(DIGITS)).recordValue(waited);
    all.recordValue(waited);
  }

  /** Of all types together, since the last call. One caller alone. */
  Histogram sinceLastCall() {
    return all.getIntervalHistogram();
  }

  @Override
  public String getPrometheusName() {
    return "thor_push_latency_seconds";
  }

  @Override
  public MetricSnapshot collect() {
    SummarySnapshot.Builder summary =
        SummarySnapshot.builder()
            .name(getPrometheusName())
            .help("from the commit of a state to the end of its write, since the last look");
    byType.forEach((type, recorder) -> summary.dataPoint(point(type, recorder)));
    return summary.build();
  }

  private static SummarySnapshot.SummaryDataPointSnapshot point(String type, Recorder recorder) {
    Histogram since = recorder.getIntervalHistogram();
    List<Quantile> quantiles =
        QUANTILES.stream()
            .map(q -> new Quantile(q, since.getValueAtPercentile(q * 100) / NANOS))
            .toList();
    return SummarySnapshot.SummaryDataPointSnapshot.builder()
        .labels(Labels.of("type", type))
        .quantiles(Quantiles.of(quantiles))
        .count(since.getTotalCount())
        .sum(since.getMean() * since.getTotalCount() / NANOS)
        .build();
  }
}
