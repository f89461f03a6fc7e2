package io.thor.channel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last frames of one topic, in order. Not thread safe. */
final class TopicHistory {

  private final HistoryBounds bounds;
  private final Deque<Frame> frames = new ArrayDeque<>();

  TopicHistory(HistoryBounds bounds) {
    this.bounds = bounds;
  }

  /** Adds a frame unless its position has passed already. A new epoch starts the history anew. */
  boolean append(Frame frame) {
    Frame last = frames.peekLast();
    if (last != null && epoch(last).equals(epoch(frame))) {
      if (seq(frame) <= seq(last)) {
        return false;
      }
    } else {
      frames.clear();
    }
    frames.addLast(frame);
    while (frames.size() > bounds.entries() || bounds.isTooOld(frames.getFirst(), frame)) {
      frames.removeFirst();
    }
    return true;
  }

  Optional<Frame> latest() {
    return Optional.ofNullable(frames.peekLast());
  }

  /** Everything after a position, or empty when it does not reach back that far. */
  Optional<List<Frame>> since(String epoch, long seq) {
    Frame first = frames.peekFirst();
    if (first == null || !epoch(first).equals(epoch)) {
      return Optional.empty();
    }
    if (seq < seq(first) - 1 || seq > seq(frames.getLast())) {
      return Optional.empty();
    }
    return Optional.of(frames.stream().filter(frame -> seq(frame) > seq).toList());
  }

  private static String epoch(Frame frame) {
    return frame.route().orElseThrow().position().epoch();
  }

  private static long seq(Frame frame) {
    return frame.route().orElseThrow().position().seq();
  }
}
