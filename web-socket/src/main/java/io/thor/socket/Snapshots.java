package io.thor.socket;

import io.thor.channel.ChannelLayer;
import io.thor.channel.Frame;
import io.thor.channel.TopicSources;
import io.thor.identity.Viewer;
import io.thor.message.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Gives a session that has just come the last committed state of every topic that it may see. */
@ApplicationScoped
public class Snapshots {

  @Inject ChannelLayer channel;
  @Inject TopicSources sources;
  @Inject Broadcaster broadcaster;

  /** The picture; the session must be registered already. Reads the database where needed. */
  List<Frame> of(Viewer viewer) {
    return sources.topics(viewer).stream()
        .map(this::latest)
        .flatMap(Optional::stream)
        .filter(broadcaster::isSent)
        .toList();
  }

  private Optional<Frame> latest(Topic topic) {
    return channel.latest(topic).or(() -> sources.latest(topic).map(Frame::of));
  }
}
