package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.jsonp.Jsonp;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The messages that are made for one session. */
final class Answers {

  private Answers() {}

  /**
   * An answer with {@code data}.
   *
   * @param id what the request carried, to be repeated
   */
  static Frame of(String type, Optional<JsonValue> id, JsonValue data) {
    JsonObjectBuilder answer = Jsonp.object().add("type", type);
    id.ifPresent(value -> answer.add("id", value));
    return Frame.answer(type, answer.add("data", data).build().toString());
  }

  /** The answer to a ping, with whatever its timestamp was. */
  static Frame pong(JsonObject ping) {
    JsonObject pong =
        Jsonp.object()
            .add("type", "pong")
            .add("timestamp", ping.getOrDefault("timestamp", JsonValue.NULL))
            .build();
    return Frame.answer("pong", pong.toString());
  }

  /** That the token of the session lasts so much longer. */
  static Frame refreshed(Optional<JsonValue> id, Duration left) {
    return of("refreshed", id, Jsonp.object().add("expires_in", left.toSeconds()).build());
  }

  /** What went wrong with a request. */
  static Frame error(Optional<JsonValue> id, String code, String message) {
    JsonObject data =
        Jsonp.object().add("code", code).add("message", message).add("retry", false).build();
    return of("error_message", id, data);
  }

  /** The positions of a session's topics. */
  static Frame heads(Map<Topic, StreamPosition> heads) {
    JsonObjectBuilder data = Jsonp.object();
    Map<String, StreamPosition> sorted = new TreeMap<>();
    heads.forEach((topic, position) -> sorted.put(topic.toString(), position));
    sorted.forEach(
        (topic, position) -> {
          JsonArrayBuilder pair = Jsonp.array();
          data.add(topic, pair.add(position.epoch()).add(position.seq()));
        });
    return of("heads", Optional.empty(), data.build());
  }
}
