package io.thor.feed;

import io.thor.message.FeedStatus;
import io.thor.message.HeartbeatUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The feeds of this node and when each was last heard.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Feeds {

  private record Known(Duration staleAfter, boolean connected, Optional<Instant> lastHeard) {}

  @Inject Clock clock;

  private final Map<String, Known> feeds = new ConcurrentSkipListMap<>();

  /** Adds a feed that is not connected yet. */
  public void register(String name, Duration staleAfter) {
    feeds.put(name, new Known(staleAfter, false, Optional.empty()));
  }

  /** The feed said something, a trade or a sign of life. */
  public void heard(String name) {
    Optional<Instant> now = Optional.of(clock.instant());
    feeds.computeIfPresent(name, (same, feed) -> new Known(feed.staleAfter(), true, now));
  }

  /** The feed has lost its source. */
  public void disconnected(String name) {
    feeds.computeIfPresent(
        name, (same, feed) -> new Known(feed.staleAfter(), false, feed.lastHeard()));
  }

  /** All feeds by name. */
  public List<HeartbeatUpdate.Feed> figures() {
    return feeds.entrySet().stream()
        .map(
            feed ->
                new HeartbeatUpdate.Feed(
                    feed.getKey(), status(feed.getValue()), feed.getValue().lastHeard()))
        .toList();
  }

  /** The worst status of any feed; {@code DOWN} while there is none. */
  public FeedStatus worst() {
    return feeds.values().stream()
        .map(this::status)
        .max(Comparator.naturalOrder())
        .orElse(FeedStatus.DOWN);
  }

  private FeedStatus status(Known feed) {
    if (!feed.connected()) {
      return FeedStatus.DOWN;
    }
    Instant stale = feed.lastHeard().orElse(Instant.MIN).plus(feed.staleAfter());
    return clock.instant().isAfter(stale) ? FeedStatus.STALE : FeedStatus.LIVE;
  }
}
