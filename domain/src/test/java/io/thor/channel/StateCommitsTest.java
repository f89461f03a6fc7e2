package io.thor.channel;

import static io.thor.channel.States.positions;
import static io.thor.channel.States.vwap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.thor.message.TopicMessage;
import io.thor.storage.Database;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StateCommitsTest {

  private static final RuntimeException DEADLOCK =
      new IllegalStateException(new SQLException("deadlock", "40001"));
  private static final RuntimeException FAILURE = new IllegalStateException("wrong");

  private final Queue<RuntimeException> endings = new ArrayDeque<>();
  private final FiredMessages fired = new FiredMessages();
  private final StateCommits commits = new StateCommits();
  private int attempts;

  StateCommitsTest() {
    OrderedPublisher publisher = new OrderedPublisher();
    publisher.events = fired;
    commits.publisher = publisher;
    commits.database =
        new Database() {
          @Override
          public <T> T inNewTransaction(Supplier<T> work) {
            T result = work.get();
            if (!endings.isEmpty()) {
              throw endings.remove();
            }
            return result;
          }
        };
  }

  private List<TopicMessage> commit() {
    return commits.commit(() -> List.of(vwap("A", ++attempts)));
  }

  @Test
  void whatTheDatabaseGivesUpIsDoneAgainAndPublishedOnce() {
    endings.addAll(List.of(DEADLOCK, DEADLOCK));

    commit();

    assertEquals(List.of(3L), positions(fired.on("vwap:A")));
  }

  @Test
  void whatIsGivenUpAgainAndAgainFails() {
    endings.addAll(List.of(DEADLOCK, DEADLOCK, DEADLOCK));

    assertThrows(IllegalStateException.class, this::commit);
    assertEquals(3, attempts);
    assertEquals(List.of(), fired.on("vwap:A"));
  }

  @Test
  void whatFailsIsNotDoneAgain() {
    endings.add(FAILURE);

    assertEquals(FAILURE, assertThrows(IllegalStateException.class, this::commit));
    assertEquals(1, attempts);
  }
}
