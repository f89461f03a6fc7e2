package io.thor.incontainer;

import io.thor.message.Message;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps every fired message of a topic that a test watches, in the order of the events.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class FiredMessages {

  static final int PRIORITY = 1;

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Inject MarkedBars bars;

  private final Map<Topic, List<TopicMessage>> fired = new HashMap<>();
  private final List<TopicMessage> early = new ArrayList<>();

  void watch(String symbol) {
    synchronized (fired) {
      fired.put(MarkedBars.topic(symbol), new ArrayList<>());
    }
  }

  /** What was fired on a symbol's topic so far. */
  List<TopicMessage> on(String symbol) {
    synchronized (fired) {
      return List.copyOf(fired.get(MarkedBars.topic(symbol)));
    }
  }

  /** What was fired at a moment when other transactions did not see it yet. */
  List<TopicMessage> firedEarly() {
    synchronized (fired) {
      return List.copyOf(early);
    }
  }

  /** Waits until so many were fired; returns what was when they were, or when the time is up. */
  List<TopicMessage> await(String symbol, int count) throws InterruptedException {
    long start = System.nanoTime();
    synchronized (fired) {
      long leftMs = LIMIT.toMillis();
      while (on(symbol).size() < count && leftMs > 0) {
        fired.wait(leftMs);
        leftMs = LIMIT.minusNanos(System.nanoTime() - start).toMillis();
      }
      return on(symbol);
    }
  }

  void onMessage(@Observes @Priority(PRIORITY) Message message) {
    if (message instanceof TopicMessage onTopic && isWatched(onTopic.topic())) {
      boolean visible =
          bars.head(onTopic.topic().key())
              .map(StreamPosition::seq)
              .filter(head -> head >= onTopic.position().seq())
              .isPresent();
      add(onTopic, visible);
    }
  }

  private boolean isWatched(Topic topic) {
    synchronized (fired) {
      return fired.containsKey(topic);
    }
  }

  private void add(TopicMessage message, boolean visible) {
    synchronized (fired) {
      fired.get(message.topic()).add(message);
      if (!visible) {
        early.add(message);
      }
      fired.notifyAll();
    }
  }
}
