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

  private enum Link {
    MISSING,
    OPEN,
    ENDED
  }

  private record Known(Duration staleAfter, Link link, Optional<Instant> lastHeard) {

    Known with(Link changed) {
      return new Known(staleAfter, changed, lastHeard);
    }

    /** The last moment at which it is live without another word. */
    Instant liveTo() {
      return lastHeard.orElse(Instant.MIN).plus(staleAfter);
    }
  }

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
    feeds.put(name, new Known(staleAfter, Link.MISSING, Optional.empty()));
    counts.computeIfAbsent(name, key -> counters());
  }

  /** The feed said something, a trade or a sign of life. */
  public void heard(String name) {
    Optional<Instant> now = Optional.of(clock.instant());
    feeds.computeIfPresent(name, (same, feed) -> new Known(feed.staleAfter(), Link.OPEN, now));
  }

  /** The feed has lost its source. */
  public void disconnected(String name) {
    feeds.computeIfPresent(name, (same, feed) -> feed.with(Link.MISSING));
  }

  /** The feed has nothing more to say, ever. */
  public void ended(String name) {
    feeds.computeIfPresent(name, (same, feed) -> feed.with(Link.ENDED));
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

  /**
   * The worst status of any feed; {@code DOWN} while there is none, {@code ENDED} when all have
   * ended.
   */
  public FeedStatus worst() {
    return feeds.values().stream()
        .map(this::status)
        .max(Comparator.naturalOrder())
        .orElse(FeedStatus.DOWN);
  }

  /** The next moment after which a feed is stale, unless it says something. */
  public Optional<Instant> nextStale() {
    return feeds.values().stream()
        .filter(feed -> status(feed) == FeedStatus.LIVE)
        .map(Known::liveTo)
        .min(Comparator.naturalOrder());
  }

  private FeedStatus status(Known feed) {
    return switch (feed.link()) {
      case MISSING -> FeedStatus.DOWN;
      case ENDED -> FeedStatus.ENDED;
      case OPEN -> clock.instant().isAfter(feed.liveTo()) ? FeedStatus.STALE : FeedStatus.LIVE;
    };
  }
}
