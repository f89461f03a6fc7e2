package io.thor.socket;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.thor.message.HeartbeatUpdate;
import io.thor.metrics.Metrics;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * Tells what the delivery has done, to Prometheus and for the heartbeat.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class PushMetrics {

  private final PushCounters counters = new PushCounters();

  @Inject Metrics metrics;

  @PostConstruct
  void register() {
    PrometheusRegistry registry = metrics.registry();
    registry.register(counters.latencies());
    CounterWithCallback.builder()
        .name("thor_push_closed_total")
        .help("sessions that the server closed, by close code")
        .labelNames("code")
        .callback(
            callback ->
                counters
                    .closings()
                    .forEach((code, count) -> callback.call(count.sum(), code.toString())))
        .register(registry);
    counter(registry, "thor_push_frames_total", "frames written to sessions", counters.frames());
    counter(
        registry,
        "thor_push_batches_total",
        "writes, each with one frame or more",
        counters.batches());
    counter(
        registry,
        "thor_push_conflated_total",
        "states that were replaced by a later one before their time to be sent had come",
        counters.replaced());
  }

  private static void counter(
      PrometheusRegistry registry, String name, String help, LongAdder adder) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(adder.sum()))
        .register(registry);
  }

  /** Registers a figure that stands for itself, such as the length of a queue. */
  void gauge(String name, String help, LongSupplier now) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(now.getAsLong()))
        .register(metrics.registry());
  }

  /**
   * The same for the heartbeat, its latencies since the last call.
   *
   * @param behindFrames how far the slowest session is behind
   * @param waitingBytes what waits for single sessions
   */
  HeartbeatUpdate.Delivery figures(long behindFrames, long waitingBytes) {
    Histogram waited = counters.latencies().sinceLastCall();
    return new HeartbeatUpdate.Delivery(
        counters.frames().sum(),
        counters.replaced().sum(),
        behindFrames,
        waitingBytes,
        TimeUnit.NANOSECONDS.toMicros(waited.getValueAtPercentile(50)),
        TimeUnit.NANOSECONDS.toMicros(waited.getValueAtPercentile(99)),
        counters.closings().entrySet().stream()
            .map(entry -> new HeartbeatUpdate.Closed(entry.getKey(), entry.getValue().sum()))
            .toList());
  }

  /** What is counted, for whoever counts. */
  PushCounters counters() {
    return counters;
  }
}
