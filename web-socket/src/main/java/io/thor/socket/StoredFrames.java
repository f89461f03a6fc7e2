package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.channel.TopicSources;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * What storage has of topics of which the channel layer has nothing or too little, as after a
 * start. All clients come back then, so they share what is read.
 *
 * <p>Threads: any; it reads the database.
 */
@ApplicationScoped
public class StoredFrames {

  @Inject TopicSources sources;

  private final SharedReads<Topic, Optional<Frame>> states = new SharedReads<>(System::nanoTime);
  private final SharedReads<Span, List<Frame>> entries = new SharedReads<>(System::nanoTime);

  private record Span(Topic topic, String epoch, long after, long head) {}

  /**
   * The last state of a topic, or the last entry of a log, perhaps of a second ago: for one that
   * has had nothing published, which an open session could not miss.
   */
  Optional<Frame> latest(Topic topic) {
    return states.get(topic, () -> sources.latest(topic).map(Frame::of));
  }

  /**
   * The entries of a log, oldest first; those up to the head are among them.
   *
   * @param after the {@code seq} behind which they begin
   * @param head a position that was committed already
   */
  List<Frame> since(Topic topic, long after, StreamPosition head) {
    return entries.get(
        new Span(topic, head.epoch(), after, head.seq()),
        () -> sources.since(topic, after).stream().<Frame>map(Frame::of).toList());
  }
}
