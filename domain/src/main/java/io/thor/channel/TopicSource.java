package io.thor.channel;

import io.thor.identity.Viewer;
import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the committed states of one feature back from storage, for the first picture that a session
 * gets and for what it missed.
 *
 * <p>Threads: any, inside a transaction.
 */
public interface TopicSource {

  /** The topic prefixes that it serves. */
  Set<String> prefixes();

  /** The topics that a user may see. */
  List<Topic> topics(Viewer viewer);

  /** The last committed state, or the last entry of a log. */
  Optional<TopicMessage> latest(Topic topic);

  /** What was committed after a position, oldest first; for a state topic the latest is enough. */
  default List<TopicMessage> since(Topic topic, long seq) {
    return latest(topic).filter(state -> state.position().seq() > seq).stream().toList();
  }
}
