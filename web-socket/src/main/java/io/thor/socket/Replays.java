package io.thor.socket;

import io.thor.channel.ChannelLayer;
import io.thor.channel.Frame;
import io.thor.channel.HistoryBounds;
import io.thor.config.Settings;
import io.thor.message.Retention;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  @Inject StoredFrames stored;
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

  /** A topic that a session may have, and how it asked for it. */
  record Wanted(Topic topic, TopicRequest request) {}

  /** The last state of a topic, or the last entry of a log. */
  Optional<Frame> latest(Topic topic) {
    return channel.latest(topic).or(() -> stored.latest(topic));
  }

  /**
   * What the requests of one message are sent, in any order. Who goes on from a position gets all
   * that followed it; the logs that begin anew share what is then left of the mailbox.
   */
  List<Replay> of(List<Wanted> wanted) {
    List<Replay> replays = new ArrayList<>();
    Map<Topic, StreamPosition> anew = new LinkedHashMap<>();
    int left = mailboxFrames / 2;
    for (Wanted one : wanted) {
      Optional<Frame> last = latest(one.topic());
      if (last.isPresent() && last.get().retention() == Retention.LOG) {
        StreamPosition head = position(last.get());
        Optional<Replay> missed = missed(one, head, left);
        if (missed.isPresent()) {
          left -= missed.get().frames().size();
          replays.add(missed.get());
        } else {
          anew.put(one.topic(), head);
        }
      } else {
        replays.add(state(one.topic(), last));
      }
    }
    int share = Math.min(bounds.entries(), left / Math.max(1, anew.size()));
    anew.forEach((topic, head) -> replays.add(kept(topic, head, Math.max(1, share))));
    return replays;
  }

  private static Replay state(Topic topic, Optional<Frame> last) {
    return new Replay(topic, false, last.stream().toList(), last.map(Replays::position));
  }

  /** All that followed the position of a request; empty when that cannot be had. */
  private Optional<Replay> missed(Wanted one, StreamPosition head, int most) {
    TopicRequest request = one.request();
    long behind = head.seq() - request.seq();
    if (request.epoch().filter(head.epoch()::equals).isEmpty() || behind < 0 || behind > most) {
      return Optional.empty();
    }
    List<Frame> frames = after(one.topic(), request.seq(), head);
    return isComplete(frames, request.seq(), head)
        ? Optional.of(new Replay(one.topic(), true, frames, Optional.of(end(frames, head))))
        : Optional.empty();
  }

  private Replay kept(Topic topic, StreamPosition head, int most) {
    List<Frame> all = after(topic, Math.max(0, head.seq() - most), head);
    List<Frame> kept =
        all.stream().filter(entry -> !bounds.isTooOld(entry, all.get(all.size() - 1))).toList();
    return new Replay(topic, false, kept, Optional.of(end(kept, head)));
  }

  private List<Frame> after(Topic topic, long seq, StreamPosition head) {
    return seq == head.seq()
        ? List.of()
        : channel.since(topic, head.epoch(), seq).orElseGet(() -> stored.since(topic, seq, head));
  }

  private static boolean isComplete(List<Frame> frames, long after, StreamPosition head) {
    return frames.isEmpty() ? after == head.seq() : position(frames.get(0)).seq() == after + 1;
  }

  private static StreamPosition end(List<Frame> frames, StreamPosition head) {
    return frames.isEmpty() ? head : position(frames.get(frames.size() - 1));
  }

  private static StreamPosition position(Frame frame) {
    return frame.route().orElseThrow().position();
  }
}
