package io.thor.channel;

import io.thor.message.TopicMessage;
import io.thor.storage.Conflicts;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Supplier;

/**
 * Stores states and publishes them: the one way by which anything reaches a topic.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class StateCommits {

  private static final System.Logger LOG = System.getLogger(StateCommits.class.getName());
  private static final int ATTEMPTS = 3;

  @Inject Database database;
  @Inject OrderedPublisher publisher;

  /**
   * Runs work in a new transaction, and after its commit publishes the states that it returned.
   * Where the database gives a transaction up for the sake of others, the work is done again, in
   * another.
   *
   * <p>Errors: what the work throws rolls back state and positions, and nothing is published.
   * Publishing never throws.
   *
   * @param work stores states under positions of the {@link TopicLedger} and returns them; changes
   *     nothing but the database
   * @return what was committed
   */
  public List<TopicMessage> commit(Supplier<List<TopicMessage>> work) {
    List<TopicMessage> committed = attempt(work, ATTEMPTS);
    committed.forEach(publisher::publish);
    return committed;
  }

  private List<TopicMessage> attempt(Supplier<List<TopicMessage>> work, int left) {
    try {
      return database.inNewTransaction(work);
    } catch (RuntimeException e) {
      if (left == 1 || !Conflicts.isConflict(e)) {
        throw e;
      }
      LOG.log(Level.DEBUG, "a transaction is done again", e);
      return attempt(work, left - 1);
    }
  }
}
