package io.thor.channel;

import static io.thor.channel.States.positions;
import static io.thor.channel.States.vwap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.message.TopicMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicQueueTest {

  private final TopicQueue queue = new TopicQueue(0);
  private final List<TopicMessage> fired = new ArrayList<>();

  static Stream<List<Long>> arrivals() {
    return IntStream.range(0, 100)
        .mapToObj(
            seed -> {
              List<Long> order = new ArrayList<>(LongStream.rangeClosed(1, 8).boxed().toList());
              Collections.shuffle(order, new Random(seed));
              return order;
            });
  }

  private void offer(long... positions) {
    for (long seq : positions) {
      queue.offer(vwap("A", seq), fired::add);
    }
  }

  private void skipTo(long seq) {
    queue.skipTo(seq, fired::add);
  }

  private void assertFired(Long... expected) {
    assertEquals(List.of(expected), positions(fired));
  }

  @ParameterizedTest
  @MethodSource("arrivals")
  void firesInOrderWhateverTheOrderOfArrival(List<Long> arrivals) {
    arrivals.forEach(this::offer);

    assertFired(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertEquals(8, queue.published());
  }

  @Test
  void waitsForTheOneBefore() {
    offer(2, 3);
    assertFired();
    assertEquals(0, queue.published());

    offer(1);
    assertFired(1L, 2L, 3L);
  }

  @Test
  void goesOnAfterThePositionThatItTookOver() {
    TopicQueue takenOver = new TopicQueue(41);
    takenOver.offer(vwap("A", 41), fired::add);
    takenOver.offer(vwap("A", 42), fired::add);

    assertFired(42L);
  }

  @Test
  void dropsWhatHasPassedAndWhatComesTwice() {
    offer(1, 1, 3, 3, 2, 1, 3);

    assertFired(1L, 2L, 3L);
  }

  @Test
  void skipsAGapThatNobodyFills() {
    offer(1, 3, 4);
    skipTo(3);

    assertFired(1L, 3L, 4L);
    assertEquals(4, queue.published());
  }

  @Test
  void handsOnWhatWaitedBelowTheSkip() {
    offer(2, 4, 7);
    skipTo(6);

    assertFired(2L, 4L);
    assertEquals(5, queue.published());

    offer(3, 5, 6);
    assertFired(2L, 4L, 6L, 7L);
  }

  @Test
  void neverSkipsBack() {
    offer(1, 2, 3);
    skipTo(2);
    offer(2, 3, 4);

    assertFired(1L, 2L, 3L, 4L);
  }

  @Test
  void anObserverThatFailsStopsNothing() {
    queue.offer(vwap("A", 2), fired::add);
    queue.offer(
        vwap("A", 1),
        message -> {
          fired.add(message);
          throw new IllegalStateException("as the test wants it");
        });

    assertFired(1L, 2L);
    assertEquals(2, queue.published());
  }
}
