package io.thor.jobs.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplayPaceTest {

  private static final Instant STARTED = Instant.parse("2026-01-05T12:00:00Z");
  private static final Instant FIRST = Instant.parse("2013-11-25T00:00:00Z");

  @Test
  void playsTenTimesAsFast() {
    ReplayPace pace = new ReplayPace(STARTED, FIRST, BigDecimal.TEN);

    assertEquals(FIRST.plusSeconds(600), pace.recordedAt(STARTED.plusSeconds(60)));
    assertEquals(STARTED.plusSeconds(60), pace.dueAt(FIRST.plusSeconds(600)));
  }

  @Test
  void playsSlower() {
    ReplayPace pace = new ReplayPace(STARTED, FIRST, new BigDecimal("0.5"));

    assertEquals(FIRST.plusMillis(500), pace.recordedAt(STARTED.plusSeconds(1)));
    assertEquals(STARTED.plusSeconds(2), pace.dueAt(FIRST.plusSeconds(1)));
  }

  @Test
  void hasTheTimesBeforeTheFirstBehindIt() {
    ReplayPace pace = new ReplayPace(STARTED, FIRST, BigDecimal.TEN);

    assertEquals(STARTED.minusSeconds(1), pace.dueAt(FIRST.minusSeconds(10)));
  }
}
