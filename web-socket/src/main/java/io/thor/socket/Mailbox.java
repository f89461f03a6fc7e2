package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.message.Retention;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What waits for one session: the latest frame of each state topic, every frame of log topics and
 * every answer, in the order of their arrival, within bounds. Frames at or below a position that
 * the session was given are dropped. Not thread safe.
 */
final class Mailbox {

  /** Frames that must not be conflated; more than a day of bars of one symbol. */
  static final int MAX_FRAMES = 2048;

  static final int MAX_BYTES = 2 * 1024 * 1024;

  enum Outcome {
    QUEUED,
    /** The session has this position or a later one. */
    PASSED,
    OVERFLOW
  }

  private final Map<Object, Frame> waiting = new LinkedHashMap<>();
  private final Map<Topic, StreamPosition> given = new HashMap<>();
  private int bytes;

  Outcome put(Frame frame) {
    if (frame.route().isPresent() && !advances(frame.route().get())) {
      return Outcome.PASSED;
    }
    Frame replaced = waiting.put(key(frame), frame);
    bytes += frame.length() - (replaced == null ? 0 : replaced.length());
    return waiting.size() > MAX_FRAMES || bytes > MAX_BYTES ? Outcome.OVERFLOW : Outcome.QUEUED;
  }

  Optional<Frame> take() {
    Iterator<Frame> frames = waiting.values().iterator();
    if (!frames.hasNext()) {
      return Optional.empty();
    }
    Frame first = frames.next();
    frames.remove();
    bytes -= first.length();
    return Optional.of(first);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  private boolean advances(Frame.Route route) {
    StreamPosition last = given.get(route.topic());
    if (last != null
        && last.epoch().equals(route.position().epoch())
        && route.position().seq() <= last.seq()) {
      return false;
    }
    given.put(route.topic(), route.position());
    return true;
  }

  /** State topics share a key, so that the newer replaces the older; all else has its own. */
  private static Object key(Frame frame) {
    if (frame.retention() == Retention.LOG) {
      return frame;
    }
    return frame.route().<Object>map(Frame.Route::topic).orElse(frame.type());
  }
}
