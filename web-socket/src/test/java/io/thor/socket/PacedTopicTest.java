package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacedTopicTest {

  private static final long MS = 1_000_000;

  private final List<Long> passed = new ArrayList<>();
  private final PacedTopic topic =
      new PacedTopic(Duration.ofMillis(250), frame -> passed.add(Frames.seq(frame)));

  @Test
  void theFirstGoesAtOnceEvenOnANegativeClock() {
    topic.pass(Frames.vwap("A", 1), -5 * MS);
    assertEquals(List.of(1L), passed);
  }

  @Test
  void ofThoseThatFollowTheLatestGoesWhenItsTimeHasCome() {
    topic.pass(Frames.vwap("A", 1), 0);
    assertFalse(topic.pass(Frames.vwap("A", 2), 10 * MS));
    assertTrue(topic.pass(Frames.vwap("A", 3), 20 * MS));
    topic.release(249 * MS);
    assertEquals(List.of(1L), passed);
    topic.release(250 * MS);
    assertEquals(List.of(1L, 3L), passed);
    topic.release(900 * MS);
    assertEquals(List.of(1L, 3L), passed);
  }

  @Test
  void oneThatComesAfterTheGapGoesAtOnceAndDropsTheHeldOne() {
    topic.pass(Frames.vwap("A", 1), 0);
    topic.pass(Frames.vwap("A", 2), 10 * MS);
    assertTrue(topic.pass(Frames.vwap("A", 3), 300 * MS));
    topic.release(600 * MS);
    assertEquals(List.of(1L, 3L), passed);
  }
}
