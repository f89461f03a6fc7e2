package io.thor.jobs;

import io.thor.channel.ConnectedSessions;
import io.thor.channel.DeliveryFigures;
import io.thor.config.Settings;
import io.thor.feed.Feeds;
import io.thor.message.HeartbeatUpdate;
import io.thor.message.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Counts ticks and fires the heartbeat message, at once when the status of a feed changed. Not
 * thread safe; the timer alone calls it.
 */
@ApplicationScoped
public class Heartbeat {

  /** Key: ticks from one message to the next. */
  static final String BROADCAST_KEY = "thor.heartbeat.broadcast-every-ticks";

  private static final int DEFAULT_BROADCAST_TICKS = 30;

  @Inject Event<Message> events;
  @Inject JobRegistry jobs;
  @Inject Feeds feeds;
  @Inject ConnectedSessions sessions;
  @Inject DeliveryFigures delivery;
  @Inject FeedWatch feedWatch;
  @Inject Settings settings;
  @Inject Clock clock;

  private Instant started;
  private int broadcastTicks;
  private Duration interval;
  private long ticks;

  void start(Duration tick) {
    broadcastTicks = settings.wholeNumber(BROADCAST_KEY, DEFAULT_BROADCAST_TICKS, 1, 3600);
    interval = tick.multipliedBy(broadcastTicks);
    started = clock.instant();
  }

  void tick() {
    ticks++;
    boolean feedChanged = feedWatch.changed();
    if (ticks % broadcastTicks == 0 || feedChanged) {
      events.fire(message());
    }
  }

  /** Between two ticks. */
  void lookAtFeeds() {
    if (feedWatch.changed()) {
      events.fire(message());
    }
  }

  /** When {@link #lookAtFeeds} will find something unless a feed says something. */
  Optional<Instant> nextLook() {
    return feedWatch.nextLook();
  }

  private HeartbeatUpdate message() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new HeartbeatUpdate(
        now,
        ticks,
        Duration.between(started, now).toSeconds(),
        interval.toSeconds(),
        interval.multipliedBy(5).dividedBy(2).toSeconds(),
        jobs.figures(),
        feeds.figures(),
        sessions.count(),
        delivery.now());
  }
}
