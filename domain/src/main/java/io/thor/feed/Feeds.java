package io.thor.feed;

import io.thor.message.FeedStatus;
import io.thor.message.HeartbeatUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The feeds of this node and when each was last heard.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Feeds {

  private record Known(Duration staleAfter, boolean connected, Optional<Instant> lastHeard) {}

  /** Takes one count. */
  @FunctionalInterface
  public interface CountReader {

    void read(String feed, String fact, long count);
  }

  @Inject Clock clock;

  private final Map<String, Known> feeds = new ConcurrentSkipListMap<>();
  private final Map<String, Map<FeedFact, LongAdder>> counts = new ConcurrentSkipListMap<>();

  /** For the container. */
  public Feeds() {}

  /** For use without one. */
  public Feeds(Clock clock) {
    this.clock = clock;
  }

  /** Adds a feed that is not connected yet. */
  public void register(String name, Duration staleAfter) {
    feeds.put(name, new Known(staleAfter, false, Optional.empty()));
    counts.computeIfAbsent(name, key -> counters());
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

  /** Counts what happened to a registered feed. */
  public void count(String name, FeedFact fact, long times) {
    counts.getOrDefault(name, Map.of()).getOrDefault(fact, new LongAdder()).add(times);
  }

  /** How often something happened to a feed since the start. */
  public long count(String name, FeedFact fact) {
    return counts.getOrDefault(name, Map.of()).getOrDefault(fact, new LongAdder()).sum();
  }

  /** Tells every count of every feed. */
  public void counts(CountReader reader) {
    counts.forEach(
        (name, facts) ->
            facts.forEach((fact, count) -> reader.read(name, fact.label(), count.sum())));
  }

  private static Map<FeedFact, LongAdder> counters() {
    Map<FeedFact, LongAdder> counters = new EnumMap<>(FeedFact.class);
    for (FeedFact fact : FeedFact.values()) {
      counters.put(fact, new LongAdder());
    }
    return counters;
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
