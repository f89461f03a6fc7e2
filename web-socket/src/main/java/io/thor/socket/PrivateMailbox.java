package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.message.Retention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What waits for one session alone: answers, pictures, the states of its accounts. Of a state only
 * the latest waits, and behind all that was there before it, so that a picture follows the answer
 * to its subscription; all else is kept in order, within bounds. Not thread safe.
 */
final class PrivateMailbox {

  private final int maxFrames;
  private final int maxBytes;
  private final Map<Object, WireFrame> waiting = new LinkedHashMap<>(4);
  private int bytes;

  PrivateMailbox(int maxFrames, int maxBytes) {
    this.maxFrames = maxFrames;
    this.maxBytes = maxBytes;
  }

  /** Adds a frame, unless a later state of its topic waits; {@code false} on overflow. */
  boolean put(WireFrame frame) {
    Object key = key(frame);
    WireFrame present = waiting.get(key);
    if (present != null && isLater(present, frame)) {
      return true;
    }
    if (present != null) {
      waiting.remove(key);
      bytes -= present.length();
    }
    waiting.put(key, frame);
    bytes += frame.length();
    return waiting.size() <= maxFrames && bytes <= maxBytes;
  }

  /** Takes everything, oldest first. */
  List<WireFrame> takeAll() {
    List<WireFrame> all = new ArrayList<>(waiting.values());
    waiting.clear();
    bytes = 0;
    return all;
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
