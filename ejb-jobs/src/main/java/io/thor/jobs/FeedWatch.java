package io.thor.jobs;

import io.thor.feed.Feeds;
import io.thor.message.FeedStatus;
import io.thor.message.HeartbeatUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Raises the alarm when a feed becomes stale or is gone, and says when it is back. Not thread safe;
 * the timer alone calls it.
 */
@ApplicationScoped
public class FeedWatch {

  private static final System.Logger LOG = System.getLogger(FeedWatch.class.getName());

  @Inject Feeds feeds;

  private Map<String, FeedStatus> known = Map.of();

  /** Whether a feed has another status than at the last call. */
  boolean changed() {
    Map<String, FeedStatus> now = new TreeMap<>();
    for (HeartbeatUpdate.Feed feed : feeds.figures()) {
      now.put(feed.name(), feed.status());
    }
    Map<String, FeedStatus> before = known;
    known = now;
    now.forEach(
        (name, status) -> {
          if (before.get(name) != status) {
            tell(name, status, before.containsKey(name));
          }
        });
    return !now.equals(before);
  }

  /** When a feed becomes stale unless it says something: the next moment to look. */
  Optional<Instant> nextLook() {
    return feeds.nextStale();
  }

  /** That it is not there yet at the start is no alarm: who cannot reach it says so. */
  private static void tell(String feed, FeedStatus status, boolean knownBefore) {
    boolean isAlarm = status.compareTo(FeedStatus.LIVE) > 0 && knownBefore;
    Level level = isAlarm ? Level.WARNING : Level.INFO;
    LOG.log(level, "feed {0} is {1}", feed, status);
  }
}
