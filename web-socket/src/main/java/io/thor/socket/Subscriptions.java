package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.channel.TopicSources;
import io.thor.jsonp.Jsonp;
import io.thor.message.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Subscribes sessions to topics without a gap or a double: the session stands still and is
 * registered, then the position is taken and the picture queued, then the stream goes on behind it.
 *
 * <p>Threads: the container's, one message of a session at a time; it may read the database.
 */
@ApplicationScoped
public class Subscriptions {

  @Inject TopicSources sources;
  @Inject Replays replays;
  @Inject Broadcaster broadcaster;

  /** Adds topics and answers with what each one got. */
  void subscribe(SocketSession session, Optional<JsonValue> id, List<TopicRequest> requests) {
    Set<Topic> visible = new HashSet<>(sources.topics(session.viewer()));
    Set<Topic> topics = new HashSet<>(session.subscription().topics());
    Set<String> prefixes = new HashSet<>(session.subscription().prefixes());
    List<Replays.Wanted> wanted = new ArrayList<>();
    JsonArrayBuilder rejected = Jsonp.array();
    for (TopicRequest request : requests) {
      List<Replays.Wanted> found = find(request, visible);
      wanted.addAll(found);
      if (found.isEmpty()) {
        rejected.add(rejection(request));
      } else {
        request.topic().ifPresent(topics::add);
        request.prefix().ifPresent(prefixes::add);
      }
    }
    session.hold(box -> box.subscribe(Subscription.to(topics, prefixes)));
    List<Replays.Replay> found = replays.of(wanted);
    session.release(answer(id, found, rejected), frames(found));
  }

  /** Takes topics away. */
  void unsubscribe(SocketSession session, Optional<JsonValue> id, List<TopicRequest> requests) {
    Set<Topic> topics = new HashSet<>(session.subscription().topics());
    Set<String> prefixes = new HashSet<>(session.subscription().prefixes());
    JsonArrayBuilder gone = Jsonp.array();
    for (TopicRequest request : requests) {
      request.topic().ifPresent(topics::remove);
      request.prefix().ifPresent(prefixes::remove);
      gone.add(request.written());
    }
    session.change(box -> box.subscribe(Subscription.to(topics, prefixes)));
    JsonObject data = Jsonp.object().add("topics", gone).build();
    session.answer(Answers.of("unsubscribed", id, data));
  }

  private static List<Replays.Wanted> find(TopicRequest request, Set<Topic> visible) {
    return visible.stream()
        .filter(
            topic ->
                request.topic().filter(topic::equals).isPresent()
                    || request.prefix().filter(topic.prefix()::equals).isPresent())
        .map(topic -> new Replays.Wanted(topic, request))
        .toList();
  }

  /** What is somebody else's and what does not exist are told alike. */
  private static JsonObjectBuilder rejection(TopicRequest request) {
    return Jsonp.object().add("topic", request.written()).add("code", "not_found");
  }

  private List<Frame> frames(List<Replays.Replay> found) {
    return found.stream()
        .flatMap(replay -> replay.frames().stream())
        .filter(broadcaster::isSent)
        .toList();
  }

  private static Frame answer(
      Optional<JsonValue> id, List<Replays.Replay> found, JsonArrayBuilder rejected) {
    JsonArrayBuilder topics = Jsonp.array();
    for (Replays.Replay replay : found) {
      JsonObjectBuilder topic =
          Jsonp.object().add("topic", replay.topic().toString()).add("resumed", replay.resumed());
      replay.head().ifPresent(head -> topic.add("epoch", head.epoch()).add("seq", head.seq()));
      topics.add(topic);
    }
    JsonObject data = Jsonp.object().add("topics", topics).add("rejected", rejected).build();
    return Answers.of("subscribed", id, data);
  }
}
