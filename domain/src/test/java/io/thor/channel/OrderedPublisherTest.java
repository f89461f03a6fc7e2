package io.thor.channel;

import static io.thor.channel.States.positions;
import static io.thor.channel.States.vwap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OrderedPublisherTest {

  private static final int THREADS = 8;
  private static final int STATES = 400;
  private static final List<String> SYMBOLS = List.of("A", "B", "C");

  private final FiredMessages fired = new FiredMessages();
  private final OrderedPublisher publisher = new OrderedPublisher();

  OrderedPublisherTest() {
    publisher.events = fired;
  }

  @Test
  void takesATopicOverWhereItWas() {
    Topic topic = Topic.parse("vwap:A");
    assertEquals(-1, publisher.published(topic));

    publisher.expectAfter(topic, 41);
    publisher.publish(vwap("A", 43));
    assertEquals(41, publisher.published(topic));

    publisher.publish(vwap("A", 42));
    assertEquals(43, publisher.published(topic));
    assertEquals(List.of(42L, 43L), positions(fired.on("vwap:A")));
  }

  @Test
  void theFirstWordAboutATopicCounts() {
    Topic topic = Topic.parse("vwap:A");
    publisher.expectAfter(topic, 0);
    publisher.expectAfter(topic, 1);
    publisher.publish(vwap("A", 2));
    publisher.publish(vwap("A", 1));

    assertEquals(List.of(1L, 2L), positions(fired.on("vwap:A")));
  }

  @Test
  void oneTopicWaitsForNoOther() {
    publisher.expectAfter(Topic.parse("vwap:A"), 0);
    publisher.publish(vwap("A", 2));
    publisher.publish(vwap("B", 9));

    assertEquals(List.of(), fired.on("vwap:A"));
    assertEquals(List.of(9L), positions(fired.on("vwap:B")));
  }

  @Test
  void skipsAGapOnATopicThatItKnows() {
    publisher.skipTo(Topic.parse("vwap:B"), 5);
    assertEquals(-1, publisher.published(Topic.parse("vwap:B")));

    publisher.expectAfter(Topic.parse("vwap:A"), 0);
    publisher.publish(vwap("A", 3));
    publisher.skipTo(Topic.parse("vwap:A"), 3);
    assertEquals(List.of(3L), positions(fired.on("vwap:A")));
  }

  /** As after commits whose threads return in any order. */
  @Test
  void keepsEachTopicsOrderWhenEightThreadsPublish() {
    SYMBOLS.forEach(symbol -> publisher.expectAfter(Topic.parse("vwap:" + symbol), 0));
    assertTimeoutPreemptively(Duration.ofMinutes(1), () -> publishFromThreads(shuffled()));

    List<Long> all = LongStream.rangeClosed(1, STATES).boxed().toList();
    SYMBOLS.forEach(symbol -> assertEquals(all, positions(fired.on("vwap:" + symbol)), symbol));
  }

  private static List<TopicMessage> shuffled() {
    List<TopicMessage> states = new ArrayList<>();
    LongStream.rangeClosed(1, STATES)
        .forEach(seq -> SYMBOLS.forEach(symbol -> states.add(vwap(symbol, seq))));
    Collections.shuffle(states, new Random(7));
    return states;
  }

  private void publishFromThreads(List<TopicMessage> states) throws Exception {
    AtomicInteger next = new AtomicInteger();
    CyclicBarrier together = new CyclicBarrier(THREADS);
    Callable<Void> publishing =
        () -> {
          together.await();
          for (int i = next.getAndIncrement(); i < states.size(); i = next.getAndIncrement()) {
            publisher.publish(states.get(i));
          }
          return null;
        };
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Void> done : threads.invokeAll(Collections.nCopies(THREADS, publishing))) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
