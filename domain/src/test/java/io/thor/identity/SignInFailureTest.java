package io.thor.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInFailureTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final int FREE = 3;

  private final SignInFailure failure = new SignInFailure("user:x");

  @Test
  void theFirstFewAreFree() {
    assertFalse(failure.count(NOW, FREE));
    assertFalse(failure.count(NOW, FREE));
    assertEquals(Duration.ZERO, failure.waitAt(NOW));
    assertTrue(failure.count(NOW, FREE), "the lock-out begins");
    assertEquals(Duration.ofSeconds(1), failure.waitAt(NOW));
    assertEquals(Duration.ZERO, failure.waitAt(NOW.plusSeconds(2)));
  }

  @Test
  void theWaitDoublesUpToAQuarterOfAnHour() {
    fail(FREE + 3);
    assertEquals(Duration.ofSeconds(8), failure.waitAt(NOW));
    fail(100);
    assertEquals(Duration.ofMinutes(15), failure.waitAt(NOW));
  }

  @Test
  void anHourWithoutFailureForgetsAll() {
    fail(100);
    Instant later = NOW.plus(SignInFailure.FORGOTTEN_AFTER).plusSeconds(1);

    assertFalse(failure.count(later, FREE));
    assertEquals(Duration.ZERO, failure.waitAt(later.plusMillis(1)));
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      failure.count(NOW, FREE);
    }
  }
}
