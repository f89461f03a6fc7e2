package io.thor.socket;

import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent to everyone, once for all sessions: a session holds no frames of it, only how far it
 * has read. The log is bounded in frames and bytes; who falls behind its start is too slow.
 *
 * <p>Threads: any.
 */
final class SharedLog {

  private final WireFrame[] ring;
  private final long maxBytes;
  private final Map<Topic, StreamPosition> heads = new HashMap<>();
  private long start;
  private volatile long end;
  private long bytes;

  /**
   * Makes an empty log.
   *
   * @param capacity frames, a power of two
   */
  SharedLog(int capacity, long maxBytes) {
    if (Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("capacity must be a power of two, not " + capacity);
    }
    this.ring = new WireFrame[capacity];
    this.maxBytes = maxBytes;
  }

  synchronized void append(WireFrame frame) {
    while (end - start == ring.length || (bytes + frame.length() > maxBytes && start < end)) {
      bytes -= ring[slot(start)].length();
      ring[slot(start)] = null;
      start++;
    }
    ring[slot(end)] = frame;
    bytes += frame.length();
    frame.frame().route().ifPresent(route -> heads.put(route.topic(), route.position()));
    end++;
  }

  /** The last position of every topic, if the log still ends at that index. */
  synchronized Optional<Map<Topic, StreamPosition>> headsAt(long index) {
    return index == end ? Optional.of(Map.copyOf(heads)) : Optional.empty();
  }

  /** The index behind the last frame; the frames before it can be read. */
  long end() {
    return end;
  }

  synchronized long frames() {
    return end - start;
  }

  synchronized long bytes() {
    return bytes;
  }

  /** The frames from an index up to another; empty when the first of them is gone already. */
  synchronized Optional<List<WireFrame>> read(long from, long to) {
    if (from < start) {
      return Optional.empty();
    }
    List<WireFrame> frames = new ArrayList<>((int) (to - from));
    for (long index = from; index < to; index++) {
      frames.add(ring[slot(index)]);
    }
    return Optional.of(frames);
  }

  private int slot(long index) {
    return (int) index & (ring.length - 1);
  }
}
