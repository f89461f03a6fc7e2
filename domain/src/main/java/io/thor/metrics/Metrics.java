package io.thor.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.thor.channel.ConnectedSessions;
import io.thor.feed.Feeds;
import io.thor.message.FeedStatus;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The registry of all figures, and their text.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Metrics {

  /** The media type of {@link #text}. */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  @Inject ConnectedSessions sessions;
  @Inject CutoverFigures cutover;
  @Inject Feeds feeds;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

  @PostConstruct
  void register() {
    GaugeWithCallback.builder()
        .name("thor_push_sessions")
        .help("open WebSocket sessions of this node")
        .callback(callback -> callback.call(sessions.count()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("thor_feed_status")
        .help("-1 ENDED, 0 LIVE, 1 STALE, 2 DOWN")
        .labelNames("feed")
        .callback(
            callback ->
                feeds.figures().forEach(feed -> callback.call(level(feed.status()), feed.name())))
        .register(registry);
    CounterWithCallback.builder()
        .name("thor_feed_events")
        .help(
            "what happened to a feed: log_on, loss, trade, duplicate, gap, resend, lost, rejected")
        .labelNames("feed", "event")
        .callback(callback -> feeds.counts((feed, fact, count) -> callback.call(count, feed, fact)))
        .register(registry);
    cutover.register(registry);
  }

  /** Above zero is an alarm. */
  private static int level(FeedStatus status) {
    return status.ordinal() - FeedStatus.LIVE.ordinal();
  }

  /** Where other figures are registered. */
  public PrometheusRegistry registry() {
    return registry;
  }

  /** All figures in the Prometheus text format. */
  public String text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
