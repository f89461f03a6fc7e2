package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.message.Retention;
import io.thor.message.Topic;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;

/** Leaves out of a run of frames every state that a later one of the run replaces. */
final class Conflation {

  private Conflation() {}

  /** The same frames in their order, without the replaced ones. */
  static List<WireFrame> of(List<WireFrame> frames) {
    if (frames.size() < 2 || frames.stream().noneMatch(Conflation::isState)) {
      return frames;
    }
    Set<Topic> seen = new HashSet<>();
    LinkedList<WireFrame> kept = new LinkedList<>();
    for (int i = frames.size() - 1; i >= 0; i--) {
      WireFrame frame = frames.get(i);
      if (!isState(frame) || seen.add(topic(frame))) {
        kept.addFirst(frame);
      }
    }
    return List.copyOf(kept);
  }

  private static boolean isState(WireFrame wire) {
    Frame frame = wire.frame();
    return frame.retention() == Retention.LATEST && frame.route().isPresent();
  }

  private static Topic topic(WireFrame wire) {
    return wire.frame().route().orElseThrow().topic();
  }
}
