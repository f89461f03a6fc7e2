package io.thor.market;

import io.thor.channel.StateCommits;
import io.thor.channel.StateReader;
import io.thor.channel.TopicLedger;
import io.thor.channel.TopicSource;
import io.thor.identity.Viewer;
import io.thor.message.MarketStatusUpdate;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Commits the status of every market to {@code market_status:*}, when it changes.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class MarketStatuses implements TopicSource {

  @Inject Markets markets;
  @Inject Database database;
  @Inject StateCommits commits;
  @Inject TopicLedger ledger;
  @Inject StateReader reader;
  @Inject Clock clock;

  /** Looks at every market; one that does what it did is not committed again. */
  public void refreshAll() {
    markets.all().forEach(market -> commits.commit(() -> refresh(market)));
  }

  /** The next moment at which a market changes what it does. */
  public Optional<Instant> nextTransition() {
    Instant now = clock.instant();
    return markets.all().stream()
        .map(market -> market.stateAt(now).nextStatusAt())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /** A market's state as a message. */
  public static MarketStatusUpdate update(
      MarketCalendar market, MarketState state, StreamPosition position) {
    Instant at = position.asOf();
    return new MarketStatusUpdate(
        position,
        market.marketId(),
        market.country(),
        market.name(),
        market.zone().getId(),
        state.status(),
        state.reason(),
        state.nextStatus(),
        state.nextStatusAt(),
        state.nextStatusAt().map(next -> Duration.between(at, next).toSeconds()),
        localTime(market, at));
  }

  /** A moment on the market's clock, to the second. */
  public static OffsetDateTime localTime(MarketCalendar market, Instant at) {
    return at.atZone(market.zone()).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
  }

  private List<TopicMessage> refresh(MarketCalendar market) {
    Topic topic = topic(market);
    ledger.lock(topic);
    Instant now = clock.instant();
    MarketState state = market.stateAt(now);
    EntityManager em = database.entityManager();
    StoredMarketStatus stored = em.find(StoredMarketStatus.class, market.marketId());
    if (stored == null) {
      stored = new StoredMarketStatus(market.marketId());
      stored.become(state);
      em.persist(stored);
    } else if (stored.toState().equals(state)) {
      return List.of();
    } else {
      stored.become(state);
    }
    return List.of(update(market, state, ledger.next(topic, now)));
  }

  @Override
  public Set<String> prefixes() {
    return Set.of(MarketStatusUpdate.TOPIC_PREFIX);
  }

  @Override
  public List<Topic> topics(Viewer viewer) {
    return markets.all().stream().map(MarketStatuses::topic).toList();
  }

  @Override
  public Optional<TopicMessage> latest(Topic topic) {
    return markets
        .find(topic.key())
        .flatMap(market -> reader.read(topic, position -> stored(market, position)));
  }

  private TopicMessage stored(MarketCalendar market, StreamPosition position) {
    EntityManager em = database.entityManager();
    em.clear();
    MarketState state = em.find(StoredMarketStatus.class, market.marketId()).toState();
    return update(market, state, position);
  }

  private static Topic topic(MarketCalendar market) {
    return new Topic(MarketStatusUpdate.TOPIC_PREFIX, market.marketId());
  }
}
