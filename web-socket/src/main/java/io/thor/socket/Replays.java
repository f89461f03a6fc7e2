package io.thor.socket;

import io.thor.channel.ChannelLayer;
import io.thor.channel.Frame;
import io.thor.channel.TopicSources;
import io.thor.config.Settings;
import io.thor.message.Retention;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * What a session is sent of a topic before the live stream: of a state the latest, of a log what it
 * missed, or the whole kept history where its position cannot be served.
 *
 * <p>Threads: any; it may read the database.
 */
@ApplicationScoped
public class Replays {

  /** Key: entries of a log topic that a session without a position gets. */
  static final String HISTORY_KEY = "thor.push.history-count";

  private static final int DAY_OF_MINUTES = 1440;

  @Inject ChannelLayer channel;
  @Inject TopicSources sources;
  @Inject Settings settings;

  /**
   * The frames of one topic.
   *
   * @param resumed whether they follow the position that the client gave
   * @param head the position after them; empty when nothing was ever committed
   */
  record Replay(Topic topic, boolean resumed, List<Frame> frames, Optional<StreamPosition> head) {}

  /** The last state of a topic, or the last entry of a log. */
  Optional<Frame> latest(Topic topic) {
    return channel.latest(topic).or(() -> sources.latest(topic).map(Frame::of));
  }

  /** What a request is sent. */
  Replay of(Topic topic, TopicRequest request) {
    Optional<Frame> last = latest(topic);
    if (last.isEmpty()) {
      return new Replay(topic, false, List.of(), Optional.empty());
    }
    StreamPosition head = position(last.get());
    if (last.get().retention() == Retention.LATEST) {
      return new Replay(topic, false, List.of(last.get()), Optional.of(head));
    }
    boolean known =
        request.epoch().filter(head.epoch()::equals).isPresent() && request.seq() <= head.seq();
    long after = known ? request.seq() : Math.max(0, head.seq() - history());
    List<Frame> frames = after(topic, head.epoch(), after);
    boolean resumed = known && isComplete(frames, after, head);
    return new Replay(topic, resumed, frames, Optional.of(end(frames, head)));
  }

  private List<Frame> after(Topic topic, String epoch, long seq) {
    return channel
        .since(topic, epoch, seq)
        .orElseGet(() -> sources.since(topic, seq).stream().map(Replays::frame).toList());
  }

  private static boolean isComplete(List<Frame> frames, long after, StreamPosition head) {
    return frames.isEmpty() ? after == head.seq() : position(frames.get(0)).seq() == after + 1;
  }

  private static StreamPosition end(List<Frame> frames, StreamPosition head) {
    return frames.isEmpty() ? head : position(frames.get(frames.size() - 1));
  }

  private static Frame frame(TopicMessage message) {
    return Frame.of(message);
  }

  private static StreamPosition position(Frame frame) {
    return frame.route().orElseThrow().position();
  }

  private int history() {
    return settings.wholeNumber(HISTORY_KEY, DAY_OF_MINUTES, 1, 100_000);
  }
}
