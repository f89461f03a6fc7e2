package io.thor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutageTest {

  private static final long PAUSE_NANOS = Outage.PAUSE.toNanos();

  /** About to overflow, which is allowed to a clock of nanoseconds. */
  private long nowNanos = Long.MAX_VALUE - PAUSE_NANOS;

  private final Outage outage = new Outage(() -> nowNanos);

  @Test
  void letsEverybodyAskWhileThereIsNone() {
    assertTrue(outage.mayAsk());
    assertTrue(outage.mayAsk());
    assertFalse(outage.isKnown());
    assertFalse(outage.end());
  }

  @Test
  void letsOneAskBehindEachPause() {
    assertTrue(outage.begin());
    assertFalse(outage.mayAsk());

    for (int pause = 1; pause <= 3; pause++) {
      nowNanos += PAUSE_NANOS;
      assertEquals(1, IntStream.range(0, 5).filter(caller -> outage.mayAsk()).count());
      assertFalse(outage.begin());
      assertFalse(outage.mayAsk());
    }
    assertTrue(outage.isKnown());
  }

  @Test
  void letsNobodyElseAskUntilPatienceWithTheOneEnds() {
    outage.begin();
    nowNanos += PAUSE_NANOS;
    assertTrue(outage.mayAsk());

    nowNanos += Outage.PATIENCE.toNanos() - 1;
    assertFalse(outage.mayAsk());
    nowNanos++;
    assertTrue(outage.mayAsk());
  }

  @Test
  void letsEverybodyAskWhenItHasEnded() {
    outage.begin();

    assertTrue(outage.end());

    assertTrue(outage.mayAsk());
    assertTrue(outage.mayAsk());
  }
}
