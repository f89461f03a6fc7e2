package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LivenessTest {

  private static final Duration PING = Duration.ofSeconds(10);
  private static final Duration PONG = Duration.ofSeconds(15);
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Liveness liveness = new Liveness(0);

  @Test
  void isPingedAgainAfterTheInterval() {
    assertFalse(liveness.isPingDue(9 * SECOND, PING));
    assertTrue(liveness.isPingDue(10 * SECOND, PING));
    liveness.pinged(10 * SECOND);
    assertFalse(liveness.isPingDue(19 * SECOND, PING));
  }

  @Test
  void isNeverOverdueWithoutAPing() {
    assertFalse(liveness.isOverdue(3600 * SECOND, PONG));
  }

  @Test
  void isOverdueWhenAPingGoesUnanswered() {
    liveness.pinged(10 * SECOND);
    liveness.pinged(20 * SECOND);
    assertFalse(liveness.isOverdue(24 * SECOND, PONG));
    assertTrue(liveness.isOverdue(25 * SECOND, PONG));
    liveness.answered();
    assertFalse(liveness.isOverdue(60 * SECOND, PONG));
  }
}
