package io.thor.jobs.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PacerTest {

  private static final long START = -5_000_000_000L;

  @Test
  void isDueAtTheStartAndThenEvenly() {
    Pacer pacer = new Pacer(10, START);
    assertEquals(1, pacer.due(START));
    assertEquals(1, pacer.due(START + 99_999_999));
    assertEquals(2, pacer.due(START + 100_000_000));
    assertEquals(100, pacer.nanosUntilNext(1, START + 99_999_900));
  }

  @Test
  void makesUpForATurnThatCameLate() {
    Pacer pacer = new Pacer(100_000, START);
    assertEquals(50_001, pacer.due(START + 500_000_000));
    assertTrue(pacer.nanosUntilNext(40_000, START + 500_000_000) < 0);
  }

  @Test
  void doesNotDriftInAMonth() {
    for (int rate : new int[] {1, 3, 7, 999, 100_000}) {
      Pacer pacer = new Pacer(rate, START);
      long seconds = TimeUnit.DAYS.toSeconds(30);
      long then = START + TimeUnit.SECONDS.toNanos(seconds);
      assertEquals(seconds * rate + 1, pacer.due(then));
      assertEquals(0, pacer.nanosUntilNext(seconds * rate, then));
    }
  }

  @Test
  void isDueWhenItSaidThatItWouldBe() {
    Pacer pacer = new Pacer(7, START);
    for (long done = 0; done < 50; done++) {
      long next = START + pacer.nanosUntilNext(done, START);
      assertEquals(done + 1, pacer.due(next));
      if (done > 0) {
        assertEquals(done, pacer.due(next - 1));
      }
    }
  }

  @Test
  void isNeverDueAtRateZero() {
    Pacer pacer = new Pacer(0, START);
    assertEquals(0, pacer.due(START + TimeUnit.DAYS.toNanos(1)));
    assertEquals(Long.MAX_VALUE, pacer.nanosUntilNext(0, START));
  }

  @Test
  void refusesANegativeRate() {
    assertThrows(IllegalArgumentException.class, () -> new Pacer(-1, START));
  }
}
