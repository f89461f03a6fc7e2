package io.thor.channel;

import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a state together with its position. State and head are committed as one, so what is read
 * between two equal looks at the head is the state of that position. This holds at READ COMMITTED,
 * on every database, and holds up no commit.
 *
 * <p>Threads: any, inside a transaction.
 */
@ApplicationScoped
public class StateReader {

  private static final int ATTEMPTS = 20;

  @Inject TopicLedger ledger;

  /**
   * Reads until the position stands still.
   *
   * <p>Errors: {@link IllegalStateException} when the topic changes faster than it can be read.
   *
   * @param read takes the position and reads the state with fresh queries, not from entities that
   *     were loaded before
   * @return empty when nothing was ever committed to the topic
   */
  public <T> Optional<T> read(Topic topic, Function<StreamPosition, T> read) {
    Optional<StreamPosition> position = ledger.current(topic);
    for (int attempt = 0; position.isPresent() && attempt < ATTEMPTS; attempt++) {
      T state = read.apply(position.get());
      Optional<StreamPosition> after = ledger.current(topic);
      if (after.equals(position)) {
        return Optional.of(state);
      }
      position = after;
    }
    if (position.isEmpty()) {
      return Optional.empty();
    }
    throw new IllegalStateException(
        topic + " changed during " + ATTEMPTS + " reads in a row; read it again");
  }
}
