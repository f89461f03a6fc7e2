package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.channel.TopicSources;
import io.thor.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The picture with which a plain client begins: the last of every topic that its user may see. */
@ApplicationScoped
public class Snapshots {

  @Inject TopicSources sources;
  @Inject Replays replays;
  @Inject Broadcaster broadcaster;

  /** The picture; the session must be registered already. Reads the database where needed. */
  List<Frame> of(Viewer viewer) {
    return sources.topics(viewer).stream()
        .map(replays::latest)
        .flatMap(Optional::stream)
        .filter(broadcaster::isSent)
        .toList();
  }
}
