package io.thor.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.thor.alert.Alerts;
import io.thor.cutover.Aftermath;
import io.thor.cutover.Cutover;
import io.thor.cutover.PathAges;
import io.thor.cutover.RestCallers;
import io.thor.cutover.SteeredSessions;
import io.thor.parity.ParityCounters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** The figures of the cutover for Prometheus. */
@ApplicationScoped
class CutoverFigures {

  private static final String FEATURE = "feature";
  private static final double MILLIS_PER_SECOND = 1000;

  @Inject Cutover cutover;
  @Inject SteeredSessions sessions;
  @Inject Aftermath aftermath;
  @Inject ParityCounters parity;
  @Inject RestCallers callers;
  @Inject PathAges ages;
  @Inject Alerts alerts;

  void register(PrometheusRegistry registry) {
    stages(registry);
    followers(registry);
    orders(registry);
    paths(registry);
    verdicts(registry);
  }

  private void orders(PrometheusRegistry registry) {
    CounterWithCallback.builder()
        .name("thor_rollback_total")
        .help(
            "features rolled back or killed by orders given to this node, by where they came from or what was found")
        .labelNames("cause")
        .callback(
            callback -> {
              aftermath.rollbacks().forEach((cause, count) -> callback.call(count, cause));
              parity.rollbacks().forEach((cause, count) -> callback.call(count, cause));
            })
        .register(registry);
    CounterWithCallback.builder()
        .name("thor_alerts_dropped_total")
        .help("alerts that the webhook did not take, or that had no room to wait")
        .callback(callback -> callback.call(alerts.dropped()))
        .register(registry);
  }

  private void paths(PrometheusRegistry registry) {
    CounterWithCallback.builder()
        .name("thor_rest_callers_total")
        .help("states read by REST, by what the caller says it is for")
        .labelNames(FEATURE, "purpose")
        .callback(
            callback ->
                callers
                    .calls()
                    .forEach((by, count) -> callback.call(count, by.feature(), by.purpose())))
        .register(registry);
    GaugeWithCallback.builder()
        .name("thor_age_seconds")
        .help("age of the newest state that a path has handed over")
        .labelNames(FEATURE, "path")
        .callback(
            callback ->
                ages.now()
                    .forEach(
                        (path, age) ->
                            callback.call(
                                age.toMillis() / MILLIS_PER_SECOND,
                                path.feature(),
                                path.path().name().toLowerCase(Locale.ROOT))))
        .register(registry);
  }

  private void verdicts(PrometheusRegistry registry) {
    CounterWithCallback.builder()
        .name("thor_parity_total")
        .help("decided comparisons of both paths by the probe of this node")
        .labelNames(FEATURE, "verdict")
        .callback(
            callback ->
                parity
                    .compared()
                    .forEach(
                        (of, count) -> callback.call(count, of.feature(), of.verdict().name())))
        .register(registry);
  }

  private void stages(PrometheusRegistry registry) {
    GaugeWithCallback.builder()
        .name("thor_cutover_stage")
        .help("stage in force: 0 OFF, 1 SHADOW, 2 CANARY, 3 LIVE, 4 COMPLETE")
        .labelNames(FEATURE)
        .callback(
            callback ->
                cutover
                    .current()
                    .features()
                    .forEach(
                        feature -> callback.call(feature.stage().ordinal(), feature.feature())))
        .register(registry);
    GaugeWithCallback.builder()
        .name("thor_cutover_revision")
        .help("counts every change of any stage")
        .callback(callback -> callback.call(cutover.current().revision()))
        .register(registry);
  }

  private void followers(PrometheusRegistry registry) {
    GaugeWithCallback.builder()
        .name("thor_cutover_followers")
        .help("open sessions of full clients, which acknowledge revisions")
        .callback(callback -> callback.call(sessions.totals(revision()).full()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("thor_cutover_applied")
        .help("of them, those that have acknowledged the present revision")
        .callback(callback -> callback.call(sessions.totals(revision()).applied()))
        .register(registry);
  }

  private long revision() {
    return cutover.current().revision();
  }
}
