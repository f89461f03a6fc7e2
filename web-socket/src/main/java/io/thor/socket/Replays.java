package io.thor.socket;

import io.thor.channel.ChannelLayer;
import io.thor.channel.Frame;
import io.thor.channel.HistoryBounds;
import io.thor.channel.TopicSources;
import io.thor.config.Settings;
import io.thor.message.Retention;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import jakarta.annotation.PostConstruct;
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

  @Inject ChannelLayer channel;
  @Inject TopicSources sources;
  @Inject Settings settings;

  private HistoryBounds bounds;
  private int mailboxFrames;

  @PostConstruct
  void configure() {
    bounds = HistoryBounds.of(settings);
    mailboxFrames = SessionFactory.mailboxFrames(settings);
  }

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

  /** How many entries of each log fit together into the mailbox of one session. */
  int shareOf(int topics) {
    return Math.max(1, Math.min(bounds.entries(), mailboxFrames / 2 / Math.max(1, topics)));
  }

  /**
   * What a request is sent.
   *
   * @param most entries of a log; a position further back cannot be served
   */
  Replay of(Topic topic, TopicRequest request, int most) {
    Optional<Frame> last = latest(topic);
    if (last.isEmpty()) {
      return new Replay(topic, false, List.of(), Optional.empty());
    }
    StreamPosition head = position(last.get());
    if (last.get().retention() == Retention.LATEST) {
      return new Replay(topic, false, List.of(last.get()), Optional.of(head));
    }
    return missed(topic, request, head, most).orElseGet(() -> kept(topic, head, most));
  }

  /** All that followed the position of a request; empty when that cannot be had. */
  private Optional<Replay> missed(
      Topic topic, TopicRequest request, StreamPosition head, int most) {
    long behind = head.seq() - request.seq();
    if (request.epoch().filter(head.epoch()::equals).isEmpty() || behind < 0 || behind > most) {
      return Optional.empty();
    }
    List<Frame> frames = after(topic, head.epoch(), request.seq());
    return isComplete(frames, request.seq(), head)
        ? Optional.of(new Replay(topic, true, frames, Optional.of(end(frames, head))))
        : Optional.empty();
  }

  private Replay kept(Topic topic, StreamPosition head, int most) {
    List<Frame> all = after(topic, head.epoch(), Math.max(0, head.seq() - most));
    List<Frame> kept =
        all.stream().filter(entry -> !bounds.isTooOld(entry, all.get(all.size() - 1))).toList();
    return new Replay(topic, false, kept, Optional.of(end(kept, head)));
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
}
