package io.thor.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RollbackTriggersTest {

  private static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");

  private final RollbackTriggers triggers = new RollbackTriggers(RollbackTriggers.Limits.DEFAULTS);

  private Optional<String> compare(int equal, Instant at) {
    Optional<String> cause = Optional.empty();
    for (int i = 0; i < equal; i++) {
      cause = triggers.compared(false, at);
    }
    return cause;
  }

  @Test
  void fewComparisonsSayNothing() {
    compare(48, NOW);
    assertEquals(Optional.empty(), triggers.compared(true, NOW));
  }

  @Test
  void overOnePercentRollsBack() {
    compare(98, NOW);
    assertEquals(
        Optional.of("1 of 99 comparisons in 5 min faulty, over 1 %"), triggers.compared(true, NOW));
    assertEquals(Optional.empty(), triggers.compared(false, NOW), "1 of 100 is not over 1 %");
  }

  @Test
  void whatIsLongerAgoIsForgotten() {
    triggers.compared(true, NOW);
    Instant later = NOW.plus(Duration.ofMinutes(5));

    assertEquals(Optional.of("1 of 50 comparisons in 5 min faulty, over 1 %"), compare(49, later));
    assertEquals(Optional.empty(), compare(1, later.plusMillis(1)));
  }

  @Test
  void overFivePercentOfStaleSessionsRollBack() {
    assertEquals(Optional.empty(), triggers.stale(5, 100));
    assertEquals(Optional.empty(), triggers.stale(0, 0));
    assertEquals(
        Optional.of("6 of 100 sessions stale for over 15 s, over 5 %"), triggers.stale(6, 100));
  }
}
