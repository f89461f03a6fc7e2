package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.message.Retention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits for one session alone: answers, pictures, the states of its accounts. Of a state only
 * the latest waits; all else is kept in order, within bounds. Not thread safe.
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

  /** Adds a frame; {@code false} when that overflows the bounds. */
  boolean put(WireFrame frame) {
    WireFrame replaced = waiting.put(key(frame), frame);
    bytes += frame.length() - (replaced == null ? 0 : replaced.length());
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

  /** States of one topic share a key, so that the newer replaces the older. */
  private static Object key(WireFrame wire) {
    Frame frame = wire.frame();
    return frame.retention() == Retention.LOG
        ? wire
        : frame.route().<Object>map(Frame.Route::topic).orElse(frame.type());
  }
}
