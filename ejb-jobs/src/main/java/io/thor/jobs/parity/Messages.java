package io.thor.jobs.parity;

import io.thor.jsonp.Jsonp;
import io.thor.parity.JsonValues;
import io.thor.parity.Snapshot;
import io.thor.parity.TopicKind;
import io.thor.parity.Value;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes what goes over the wire. */
final class Messages {

  static final String HELLO =
      "{\"type\":\"hello\",\"id\":1,\"data\":{\"protocol\":1,\"batch\":false,\"client\":\"thor-probe\"}}";

  private static final System.Logger LOG = System.getLogger(Messages.class.getName());

  private static final int TOPICS_A_FRAME = 100;

  private Messages() {}

  /** The frames that subscribe to topics; the server takes only so many in one. */
  static List<String> subscriptions(List<Route> routes) {
    List<String> frames = new ArrayList<>();
    for (int i = 0; i < routes.size(); i += TOPICS_A_FRAME) {
      frames.add(subscribe(routes.subList(i, Math.min(routes.size(), i + TOPICS_A_FRAME))));
    }
    return frames;
  }

  private static String subscribe(List<Route> routes) {
    JsonArrayBuilder topics = Jsonp.array();
    routes.forEach(route -> topics.add(Jsonp.object().add("topic", route.topic().toString())));
    return message("subscribe", Jsonp.object().add("topics", topics));
  }

  static String refresh(String ticket) {
    return message("refresh", Jsonp.object().add("ticket", ticket));
  }

  static String applied(long revision) {
    return message("applied", Jsonp.object().add("revision", revision));
  }

  /** The state of a frame on a topic. */
  static Snapshot pushed(JsonObject frame) {
    return new Snapshot(
        frame.getString("epoch"),
        frame.getJsonNumber("seq").longValueExact(),
        JsonValues.of(frame.get("data")));
  }

  /** The states of an answer; empty where it cannot be read, which is a failure of REST. */
  static Optional<List<Snapshot>> states(Heard.Answer answer) {
    try {
      return Optional.of(
          answer.route().kind() == TopicKind.LOG
              ? bars(answer.body())
              : List.of(state(answer.position().orElseThrow(), answer.body())));
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "an answer cannot be read", e);
      return Optional.empty();
    }
  }

  private static Snapshot state(Heard.RestPosition position, String body) {
    return new Snapshot(position.epoch(), position.seq(), JsonValues.parse(body));
  }

  /** The entries of a list of bars, each with its own position, which is no part of its data. */
  private static List<Snapshot> bars(String body) {
    JsonObject list = Jsonp.readObject(body);
    return list.getJsonArray("bars").getValuesAs(JsonObject.class).stream()
        .map(bar -> bar(list.getString("epoch"), bar))
        .toList();
  }

  private static Snapshot bar(String epoch, JsonObject bar) {
    Map<String, Value> members = new LinkedHashMap<>();
    bar.forEach(
        (name, value) -> {
          if (!name.equals("seq")) {
            members.put(name, JsonValues.of(value));
          }
        });
    long seq = bar.getJsonNumber("seq").longValueExact();
    return new Snapshot(epoch, seq, new Value.Fields(members));
  }

  private static String message(String type, JsonObjectBuilder data) {
    return Jsonp.object().add("type", type).add("id", 1).add("data", data).build().toString();
  }
}
