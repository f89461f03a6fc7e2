package io.thor.socket;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.thor.metrics.Metrics;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the delivery has done since the start.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class PushMetrics {

  private final LongAdder frames = new LongAdder();
  private final LongAdder batches = new LongAdder();
  private final LongAdder conflated = new LongAdder();
  private final SendLatencies latencies = new SendLatencies();
  private final Counter closed =
      Counter.builder()
          .name("thor_push_closed_total")
          .help("sessions that the server closed, by close code")
          .labelNames("code")
          .build();

  @Inject Metrics metrics;

  @PostConstruct
  void register() {
    PrometheusRegistry registry = metrics.registry();
    registry.register(closed);
    registry.register(latencies);
    counter(registry, "thor_push_frames_total", "frames written to sessions", frames);
    counter(registry, "thor_push_batches_total", "writes, each with one frame or more", batches);
    counter(
        registry,
        "thor_push_conflated_total",
        "states that were replaced by a later one before their time to be sent had come",
        conflated);
  }

  private static void counter(
      PrometheusRegistry registry, String name, String help, LongAdder adder) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(adder.sum()))
        .register(registry);
  }

  void sent(Batch batch) {
    batches.increment();
    frames.add(batch.frames().size());
    latencies.record(batch.frames().get(0), System.nanoTime());
  }

  void conflated() {
    conflated.increment();
  }

  void closed(CloseReason.CloseCode code) {
    closed.labelValues(Integer.toString(code.getCode())).inc();
  }
}
