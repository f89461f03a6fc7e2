package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.message.Retention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What waits for one session alone: answers, pictures, the states of its accounts. Of a state only
 * the latest waits, and behind all that was there before it, so that a picture follows the answer
 * to its subscription; all else is kept in order, within bounds. An empty one holds nothing. Not
 * thread safe.
 */
final class PrivateMailbox {

  private final int maxFrames;
  private final int maxBytes;
  private final MailboxMemory memory;
  private Map<Object, WireFrame> waiting = Map.of();
  private int bytes;
  private boolean discarded;

  PrivateMailbox(int maxFrames, int maxBytes, MailboxMemory memory) {
    this.maxFrames = maxFrames;
    this.maxBytes = maxBytes;
    this.memory = memory;
    memory.opened();
  }

  /**
   * Adds a frame, unless a later state of its topic waits or nobody waits any more; {@code false}
   * on overflow.
   */
  boolean put(WireFrame frame) {
    if (discarded) {
      return true;
    }
    Object key = key(frame);
    WireFrame present = waiting.get(key);
    if (present != null && isLater(present, frame)) {
      return true;
    }
    if (waiting.isEmpty()) {
      waiting = new LinkedHashMap<>();
    }
    int more = frame.length();
    if (present != null) {
      waiting.remove(key);
      more -= present.length();
    }
    waiting.put(key, frame);
    bytes += more;
    return memory.change(more, bytes) && waiting.size() <= maxFrames && bytes <= maxBytes;
  }

  /** Takes everything, oldest first. */
  List<WireFrame> takeAll() {
    List<WireFrame> all = List.copyOf(waiting.values());
    waiting = Map.of();
    memory.change(-bytes, 0);
    bytes = 0;
    return all;
  }

  /** Drops everything, now and from now on. */
  void discard() {
    if (!discarded) {
      discarded = true;
      waiting = Map.of();
      memory.closed(bytes);
      bytes = 0;
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  private static boolean isLater(WireFrame present, WireFrame frame) {
    Optional<Frame.Route> there = present.frame().route();
    Optional<Frame.Route> here = frame.frame().route();
    return there.isPresent()
        && here.isPresent()
        && there.get().position().epoch().equals(here.get().position().epoch())
        && there.get().position().seq() > here.get().position().seq();
  }

  /** States of one topic share a key, so that the newer replaces the older. */
  private static Object key(WireFrame wire) {
    Frame frame = wire.frame();
    return frame.retention() == Retention.LOG
        ? wire
        : frame.route().<Object>map(Frame.Route::topic).orElse(frame.type());
  }
}
