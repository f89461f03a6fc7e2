package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The positions that a session was given in a picture or a replay, while the live stream may still
 * bring the same again. Each is forgotten when the stream has passed it. Not thread safe.
 */
final class GivenPositions {

  private Map<Topic, StreamPosition> given = Map.of();

  void add(Frame frame) {
    if (given.isEmpty()) {
      given = new HashMap<>();
    }
    frame
        .route()
        .ifPresent(route -> given.merge(route.topic(), route.position(), GivenPositions::later));
  }

  void clear() {
    given = Map.of();
  }

  /** Whether nothing was given of these topics. */
  boolean hasNoneOf(Set<Topic> topics) {
    return given.isEmpty() || Collections.disjoint(topics, given.keySet());
  }

  /** Whether a live frame says something new to the session. */
  boolean isNew(Frame frame) {
    if (given.isEmpty() || frame.route().isEmpty()) {
      return true;
    }
    Frame.Route route = frame.route().get();
    StreamPosition position = given.get(route.topic());
    if (position == null) {
      return true;
    }
    if (position.epoch().equals(route.position().epoch())
        && route.position().seq() <= position.seq()) {
      return false;
    }
    given.remove(route.topic());
    if (given.isEmpty()) {
      given = Map.of();
    }
    return true;
  }

  /** Of two positions the later one; of two epochs the second. */
  static StreamPosition later(StreamPosition a, StreamPosition b) {
    return a.epoch().equals(b.epoch()) && a.seq() > b.seq() ? a : b;
  }
}
