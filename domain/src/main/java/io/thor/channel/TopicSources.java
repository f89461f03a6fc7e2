package io.thor.channel;

import io.thor.identity.Viewer;
import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * All features' {@link TopicSource}s as one.
 *
 * <p>Threads: any; each call reads in a transaction of its own.
 */
@ApplicationScoped
public class TopicSources {

  @Inject @Any Instance<TopicSource> sources;
  @Inject Database database;

  /** The topics that a user may see, of all features. */
  public List<Topic> topics(Viewer viewer) {
    return database.inNewTransaction(
        () -> sources.stream().flatMap(source -> source.topics(viewer).stream()).toList());
  }

  /** The last committed state of a topic. */
  public Optional<TopicMessage> latest(Topic topic) {
    return database.inNewTransaction(() -> sourceOf(topic).flatMap(source -> source.latest(topic)));
  }

  /** What was committed to a topic after a position, oldest first. */
  public List<TopicMessage> since(Topic topic, long seq) {
    return database.inNewTransaction(
        () -> sourceOf(topic).map(source -> source.since(topic, seq)).orElse(List.of()));
  }

  private Optional<TopicSource> sourceOf(Topic topic) {
    return sources.stream().filter(source -> source.prefixes().contains(topic.prefix())).findAny();
  }
}
