package io.thor.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.cutover.OperatorAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertQueueTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final AlertQueue queue = new AlertQueue();

  private static OperatorAlert alert(int number) {
    return new OperatorAlert("rollback", "positions", "number " + number, NOON);
  }

  @Test
  void givesTheOldestUntilItWasSent() {
    OperatorAlert first = alert(1);
    OperatorAlert second = alert(2);
    queue.add(first);
    queue.add(second);

    assertEquals(Optional.of(first), queue.due(NOON));
    queue.sent(first);
    assertEquals(Optional.of(second), queue.due(NOON));
    queue.sent(second);
    assertEquals(Optional.empty(), queue.due(NOON));
  }

  @Test
  void waitsLongerAfterEachFailureAndGivesUp() {
    OperatorAlert stubborn = alert(1);
    queue.add(stubborn);
    assertFalse(queue.failed(stubborn, NOON));
    assertEquals(Optional.empty(), queue.due(NOON.plusMillis(999)));
    assertEquals(Optional.of(stubborn), queue.due(NOON.plusSeconds(1)));
    assertFalse(queue.failed(stubborn, NOON));
    assertEquals(Optional.empty(), queue.due(NOON.plusMillis(1999)));

    for (int failure = 3; failure < AlertQueue.TRIES; failure++) {
      assertFalse(queue.failed(stubborn, NOON));
    }
    assertEquals(Optional.of(stubborn), queue.due(NOON.plus(Duration.ofMinutes(1))));
    assertTrue(queue.failed(stubborn, NOON));
    assertEquals(Optional.empty(), queue.due(NOON.plus(Duration.ofDays(1))));
    assertEquals(1, queue.dropped());
  }

  @Test
  void startsAnewWithTheNextAlert() {
    OperatorAlert stubborn = alert(1);
    queue.add(stubborn);
    for (int failure = 0; failure < AlertQueue.TRIES; failure++) {
      queue.failed(stubborn, NOON);
    }
    OperatorAlert next = alert(2);
    queue.add(next);

    assertEquals(Optional.of(next), queue.due(NOON));
  }

  @Test
  void dropsTheOldestWhenTooManyWait() {
    OperatorAlert oldest = alert(0);
    queue.add(oldest);
    for (int number = 1; number <= AlertQueue.MOST; number++) {
      queue.add(alert(number));
    }

    assertEquals(Optional.of(alert(1)), queue.due(NOON));
    assertEquals(1, queue.dropped());
    queue.sent(oldest);
    assertEquals(Optional.of(alert(1)), queue.due(NOON));
  }
}
