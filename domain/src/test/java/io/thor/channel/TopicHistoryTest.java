package io.thor.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.StreamPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TopicHistoryTest {

  private final TopicHistory history =
      new TopicHistory(new HistoryBounds(3, Duration.ofMinutes(10)));

  private boolean append(String epoch, long seq) {
    return history.append(Frame.of(States.bar("A", epoch, seq)));
  }

  private Optional<List<Long>> since(String epoch, long seq) {
    return history.since(epoch, seq).map(States::positionsOf);
  }

  @Test
  void beginsEmpty() {
    assertEquals(Optional.empty(), history.latest());
    assertEquals(Optional.empty(), since("k7", 0));
  }

  @Test
  void keepsTheLastOnes() {
    LongStream.rangeClosed(1, 5).forEach(seq -> assertTrue(append("k7", seq)));

    assertEquals(Optional.of(List.of(3L, 4L, 5L)), since("k7", 2));
    assertEquals(5, history.latest().orElseThrow().route().orElseThrow().position().seq());
  }

  @Test
  void answersWhatFollowsAPosition() {
    LongStream.rangeClosed(1, 3).forEach(seq -> append("k7", seq));

    assertEquals(Optional.of(List.of(1L, 2L, 3L)), since("k7", 0));
    assertEquals(Optional.of(List.of(3L)), since("k7", 2));
    assertEquals(Optional.of(List.of()), since("k7", 3));
  }

  @Test
  void answersNothingForAPositionThatIsTooOldOrAhead() {
    LongStream.rangeClosed(1, 5).forEach(seq -> append("k7", seq));

    assertEquals(Optional.empty(), since("k7", 1));
    assertEquals(Optional.empty(), since("k7", 6));
  }

  @Test
  void answersNothingForAnotherEpoch() {
    append("k7", 1);

    assertEquals(Optional.empty(), since("k8", 1));
  }

  @Test
  void dropsWhatHasPassed() {
    append("k7", 5);

    assertFalse(append("k7", 5));
    assertFalse(append("k7", 4));
    assertEquals(Optional.of(List.of(5L)), since("k7", 4));
  }

  @Test
  void aNewEpochStartsAnew() {
    append("k7", 5);
    append("k7", 6);

    assertTrue(append("k8", 1));
    assertEquals(Optional.empty(), since("k7", 5));
    assertEquals(Optional.of(List.of(1L)), since("k8", 0));
  }

  @Test
  void dropsWhatIsTooOldBesideTheNewest() {
    history.append(barAt(1, "12:00:00"));
    history.append(barAt(2, "12:05:00"));
    history.append(barAt(3, "12:10:01"));

    assertEquals(Optional.of(List.of(2L, 3L)), since("k7", 1));
    assertEquals(Optional.empty(), since("k7", 0));
  }

  private static Frame barAt(long seq, String time) {
    Instant asOf = Instant.parse("2026-01-05T" + time + "Z");
    return Frame.of(States.bar("A", new StreamPosition("k7", seq, asOf)));
  }
}
