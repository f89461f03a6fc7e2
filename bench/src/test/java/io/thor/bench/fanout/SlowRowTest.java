package io.thor.bench.fanout;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowRowTest {

  private static final SlowRow CALM = row("10", "20", "28", "150", 0, 0);

  @Test
  void isSoundWhileTheMedianOfTheOthersStays() {
    assertTrue(SlowRow.areSound(List.of(CALM, CALM, row("10", "90", "28", "150", 0, 0))));
    assertTrue(SlowRow.areSound(List.of(row("40", "60", "30", "163", 0, 0))), "1.5 times");
    assertTrue(SlowRow.areSound(List.of(row("10", "25", "30", "163", 0, 0))), "15 ms more");
  }

  @Test
  void isNotSoundWhenTheOthersNotice() {
    SlowRow late = row("10", "26", "28", "150", 0, 0);
    assertFalse(SlowRow.areSound(List.of(CALM, late, late)));
  }

  @Test
  void isNotSoundWhenAnythingElseFailsOnce() {
    assertFalse(SlowRow.areSound(List.of(CALM, CALM, row("10", "20", "31", "150", 0, 0))), "time");
    assertFalse(SlowRow.areSound(List.of(CALM, CALM, row("10", "20", "28", "164", 0, 0))), "heap");
    assertFalse(SlowRow.areSound(List.of(CALM, CALM, row("10", "20", "28", "150", 1, 0))), "stuck");
    assertFalse(SlowRow.areSound(List.of(CALM, CALM, row("10", "20", "28", "150", 0, 1))), "gap");
  }

  private static SlowRow row(
      String p99WithoutMs,
      String p99WithMs,
      String goneSeconds,
      String heapWithMb,
      int stuckThreads,
      long gaps) {
    return new SlowRow(
        "channel",
        990,
        10,
        new BigDecimal(p99WithoutMs),
        new BigDecimal(p99WithMs),
        new BigDecimal(goneSeconds),
        "4102=10",
        new BigDecimal("100"),
        new BigDecimal(heapWithMb),
        stuckThreads,
        gaps,
        BigDecimal.ONE);
  }
}
