package io.thor.intraday;

import io.thor.account.Instruments;
import io.thor.channel.StateReader;
import io.thor.channel.TopicSource;
import io.thor.identity.Viewer;
import io.thor.message.IntradayBarUpdate;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import io.thor.message.VwapUpdate;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads bars and VWAPs back for those who come late. */
@ApplicationScoped
public class IntradayTopics implements TopicSource {

  private static final List<String> PREFIXES =
      List.of(
          IntradayBarUpdate.LOG_PREFIX, IntradayBarUpdate.FORMING_PREFIX, VwapUpdate.TOPIC_PREFIX);

  @Inject Database database;
  @Inject IntradayStore store;
  @Inject Instruments instruments;
  @Inject StateReader reader;

  @Override
  public Set<String> prefixes() {
    return Set.copyOf(PREFIXES);
  }

  @Override
  public List<Topic> topics(Viewer viewer) {
    return instruments.symbols().stream()
        .flatMap(symbol -> PREFIXES.stream().map(prefix -> new Topic(prefix, symbol)))
        .toList();
  }

  @Override
  public Optional<TopicMessage> latest(Topic topic) {
    return reader
        .read(topic, position -> latestAt(topic, position).findFirst())
        .flatMap(found -> found);
  }

  @Override
  public List<TopicMessage> since(Topic topic, long seq) {
    if (!topic.prefix().equals(IntradayBarUpdate.LOG_PREFIX)) {
      return TopicSource.super.since(topic, seq);
    }
    return reader.read(topic, position -> entries(topic, position, seq).toList()).orElse(List.of());
  }

  private Stream<TopicMessage> latestAt(Topic topic, StreamPosition position) {
    database.entityManager().clear();
    String symbol = topic.key();
    return switch (topic.prefix()) {
      case IntradayBarUpdate.LOG_PREFIX -> entries(topic, position, position.seq() - 1);
      case IntradayBarUpdate.FORMING_PREFIX ->
          store.forming(symbol).stream()
              .limit(1)
              .map(bar -> IntradayUpdates.bar(bar, country(symbol), false, position));
      default ->
          store.sessions(symbol).stream()
              .limit(1)
              .map(session -> IntradayUpdates.vwap(session, position));
    };
  }

  private Stream<TopicMessage> entries(Topic topic, StreamPosition head, long after) {
    return store.entriesAfter(topic.key(), after).stream()
        .map(
            entry ->
                IntradayUpdates.bar(
                    entry.toBar(), country(topic.key()), true, entry.position(head.epoch())));
  }

  private String country(String symbol) {
    return instruments.countryOf(symbol);
  }
}
