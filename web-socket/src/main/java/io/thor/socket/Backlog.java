package io.thor.socket;

import io.thor.channel.DeliveryFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How much waits to be sent, told to Prometheus and in the heartbeat.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Backlog {

  @Inject SessionRegistry sessions;
  @Inject SessionFactory factory;
  @Inject SendPump pump;
  @Inject PushMetrics metrics;
  @Inject DeliveryFigures figures;

  /** Begins to tell. */
  void start() {
    metrics.gauge(
        "thor_push_behind_frames", "frames that the slowest session is behind", this::behind);
    metrics.gauge(
        "thor_push_log_frames", "frames kept for sessions that are behind", pump.log()::frames);
    metrics.gauge("thor_push_log_bytes", "the same in bytes", pump.log()::bytes);
    metrics.gauge(
        "thor_push_mailboxes_bytes", "what waits for single sessions", factory::waitingBytes);
    figures.from(() -> metrics.figures(behind(), factory.waitingBytes()));
  }

  void stop() {
    figures.end();
  }

  private long behind() {
    return sessions.all().stream().mapToLong(SocketSession::behind).max().orElse(0);
  }
}
