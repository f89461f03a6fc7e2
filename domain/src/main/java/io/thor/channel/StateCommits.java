package io.thor.channel;

import io.thor.message.TopicMessage;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;

/**
 * Stores states and publishes them: the one way by which anything reaches a topic.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class StateCommits {

  @Inject Database database;
  @Inject OrderedPublisher publisher;

  /**
   * Runs work in a new transaction, and after its commit publishes the states that it returned.
   *
   * <p>Errors: what the work throws rolls back state and positions, and nothing is published.
   * Publishing never throws.
   *
   * @param work stores states under positions of the {@link TopicLedger} and returns them
   * @return what was committed
   */
  public List<TopicMessage> commit(Supplier<List<TopicMessage>> work) {
    List<TopicMessage> committed = database.inNewTransaction(work);
    committed.forEach(publisher::publish);
    return committed;
  }
}
