package io.thor.channel;

import io.thor.message.TopicMessage;
import java.lang.System.Logger.Level;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts the states of one topic in order: each waits for the one before it.
 *
 * <p>Threads: any; the consumer runs under this queue's lock, so it must only enqueue.
 */
final class TopicQueue {

  private static final System.Logger LOG = System.getLogger(TopicQueue.class.getName());

  private final SortedMap<Long, TopicMessage> waiting = new TreeMap<>();
  private long published;

  TopicQueue(long published) {
    this.published = published;
  }

  synchronized long published() {
    return published;
  }

  /** Hands on the state if it is next, and all that waited for it; drops what has passed. */
  synchronized void offer(TopicMessage message, Consumer<TopicMessage> consumer) {
    if (message.position().seq() > published) {
      waiting.put(message.position().seq(), message);
      drain(consumer);
    }
  }

  /** Gives up what is missing below a position. */
  synchronized void skipTo(long seq, Consumer<TopicMessage> consumer) {
    waiting.headMap(seq).values().forEach(message -> hand(message, consumer));
    waiting.headMap(seq).clear();
    published = Math.max(published, seq - 1);
    drain(consumer);
  }

  private void drain(Consumer<TopicMessage> consumer) {
    while (!waiting.isEmpty() && waiting.firstKey() == published + 1) {
      published++;
      hand(waiting.remove(published), consumer);
    }
  }

  private static void hand(TopicMessage message, Consumer<TopicMessage> consumer) {
    try {
      consumer.accept(message);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "an observer of " + message.topic() + " failed", e);
    }
  }
}
