package io.thor.channel;

import io.thor.message.Topic;
import java.util.List;
import java.util.Optional;

/**
 * Carries frames from the one publisher of a topic to the listeners of every node, and keeps what a
 * reader that comes late or was cut off needs.
 *
 * <p>Threads: all methods from any thread; one publisher per topic at a time.
 */
public interface ChannelLayer {

  /**
   * Hands a frame to all listeners. On one topic the caller keeps the order of {@code seq}; a frame
   * at or below the topic's last position in the same epoch is dropped.
   */
  void publish(Frame frame);

  /** Adds a listener until the returned registration is closed. */
  Registration subscribe(FrameListener listener);

  /** The last frame of a topic, if one passed since the start. */
  Optional<Frame> latest(Topic topic);

  /**
   * The frames of a log topic after a position, oldest first; empty when the position is too old,
   * of another epoch, or ahead, so that the reader needs a full snapshot.
   */
  Optional<List<Frame>> since(Topic topic, String epoch, long seq);

  /** Ends a subscription; closing it twice does nothing. */
  @FunctionalInterface
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
