package io.thor.channel;

import io.thor.message.Message;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fires the typed event of every committed state, one topic's in the order of their positions even
 * when the committing threads return out of order. What a crash kept from being fired is brought
 * back by {@link PublicationRepair}.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class OrderedPublisher {

  @Inject Event<Message> events;

  private final Map<Topic, TopicQueue> queues = new ConcurrentHashMap<>();

  /**
   * Says, under the topic's lock, which position was the last before the one now given. The first
   * word counts: it is where this node takes the topic over.
   */
  void expectAfter(Topic topic, long seq) {
    queues.computeIfAbsent(topic, ignored -> new TopicQueue(seq));
  }

  /** Fires a committed state at its turn. Never throws. */
  void publish(TopicMessage message) {
    StreamPosition position = message.position();
    queues
        .computeIfAbsent(message.topic(), ignored -> new TopicQueue(position.seq() - 1))
        .offer(message, this::fire);
  }

  /** The last position that was fired, or -1 for a topic that this node has not taken over. */
  long published(Topic topic) {
    TopicQueue queue = queues.get(topic);
    return queue == null ? -1 : queue.published();
  }

  /** Goes on behind a gap that nobody will fill, firing what waits there. */
  void skipTo(Topic topic, long seq) {
    TopicQueue queue = queues.get(topic);
    if (queue != null) {
      queue.skipTo(seq, this::fire);
    }
  }

  private void fire(TopicMessage message) {
    events.fire(message);
  }
}
