package io.thor.channel;

import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds states that were committed and never fired, because the committing thread or node died in
 * between, and fires them from what is stored. A topic is repaired when its stored head is ahead of
 * the published position in two looks in a row, so that a commit in flight is left alone.
 *
 * <p>Threads: one at a time; a job calls it.
 */
@ApplicationScoped
public class PublicationRepair {

  private static final System.Logger LOG = System.getLogger(PublicationRepair.class.getName());

  @Inject Database database;
  @Inject TopicLedger ledger;
  @Inject TopicSources sources;
  @Inject OrderedPublisher publisher;

  private final Map<Topic, Long> stuckAt = new HashMap<>();

  /** One look at all heads. */
  public synchronized void run() {
    for (TopicHead head : database.inNewTransaction(ledger::heads)) {
      look(head.topic(), head.seq());
    }
  }

  private void look(Topic topic, long committed) {
    long published = publisher.published(topic);
    if (published < 0 || published >= committed) {
      stuckAt.remove(topic);
    } else if (Long.valueOf(published).equals(stuckAt.get(topic))) {
      stuckAt.remove(topic);
      repair(topic, published);
    } else {
      stuckAt.put(topic, published);
    }
  }

  private void repair(Topic topic, long published) {
    List<TopicMessage> missed = sources.since(topic, published);
    LOG.log(
        Level.WARNING,
        "{0}: {1} committed states after {2} were not published; publishing them now",
        topic,
        missed.size(),
        published);
    for (TopicMessage message : missed) {
      publisher.skipTo(topic, message.position().seq());
      publisher.publish(message);
    }
  }
}
