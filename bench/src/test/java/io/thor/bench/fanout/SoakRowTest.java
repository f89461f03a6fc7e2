package io.thor.bench.fanout;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SoakRowTest {

  @Test
  void isSoundWhileNothingGrowsOrStays() {
    assertTrue(row("100", 60, 0, 10, 0).isSound());
    assertTrue(row("120", 64, 0, 10, 0).isSound(), "within what a run differs by itself");
  }

  @Test
  void isNotSoundWhenAnythingGrowsOrStays() {
    assertFalse(row("160", 60, 0, 10, 0).isSound(), "heap");
    assertFalse(row("100", 90, 0, 10, 0).isSound(), "threads");
    assertFalse(row("100", 60, 1, 10, 0).isSound(), "sessions left");
    assertFalse(row("100", 60, 0, 9, 0).isSound(), "a session was closed");
    assertFalse(row("100", 60, 0, 10, 1).isSound(), "a gap");
  }

  private static SoakRow row(
      String heapEndMb, int threadsLeft, long sessionsLeft, int open, long gaps) {
    BigDecimal heap = new BigDecimal("100");
    return new SoakRow(
        "channel",
        "plain",
        10,
        10,
        2,
        heap,
        heap,
        new BigDecimal(heapEndMb),
        heap,
        60,
        threadsLeft,
        sessionsLeft,
        open,
        gaps,
        0,
        BigDecimal.ONE,
        BigDecimal.ONE);
  }
}
