package io.thor.jobs;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.thor.message.HeartbeatUpdate;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The figures of the jobs for Prometheus. */
final class JobMetrics {

  private static final String LABEL = "job";
  private static final double MILLIS_PER_SECOND = 1000;

  private final Supplier<List<HeartbeatUpdate.Job>> jobs;

  JobMetrics(Supplier<List<HeartbeatUpdate.Job>> jobs) {
    this.jobs = jobs;
  }

  void register(PrometheusRegistry registry) {
    counter(registry, "thor_job_runs_total", "turns that have ended", HeartbeatUpdate.Job::runs);
    counter(
        registry,
        "thor_job_failures_total",
        "turns that have failed",
        HeartbeatUpdate.Job::failures);
    counter(
        registry,
        "thor_job_overruns_total",
        "turns that were skipped because the one before had not ended",
        HeartbeatUpdate.Job::overruns);
    GaugeWithCallback.builder()
        .name("thor_job_last_duration_seconds")
        .help("how long the last turn took")
        .labelNames(LABEL)
        .callback(
            callback ->
                jobs.get()
                    .forEach(
                        job -> callback.call(job.lastDurationMs() / MILLIS_PER_SECOND, job.name())))
        .register(registry);
  }

  private void counter(
      PrometheusRegistry registry,
      String name,
      String help,
      ToLongFunction<HeartbeatUpdate.Job> figure) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(LABEL)
        .callback(
            callback ->
                jobs.get().forEach(job -> callback.call(figure.applyAsLong(job), job.name())))
        .register(registry);
  }
}
