package io.thor.socket;

import io.thor.channel.ChannelLayer;
import io.thor.channel.Frame;
import io.thor.channel.TopicSources;
import io.thor.message.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Gives a session that has just come the last committed state of every topic that it may see. */
@ApplicationScoped
public class Snapshots {

  @Inject ChannelLayer channel;
  @Inject TopicSources sources;
  @Inject Broadcaster broadcaster;

  /**
   * Queues the picture; the session must be registered already. Reads the database where needed.
   */
  void send(SocketSession session) {
    for (Topic topic : sources.topics(session.viewer())) {
      latest(topic).filter(broadcaster::isSent).ifPresent(session::offer);
    }
  }

  private Optional<Frame> latest(Topic topic) {
    return channel.latest(topic).or(() -> sources.latest(topic).map(Frame::of));
  }
}
