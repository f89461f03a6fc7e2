package io.thor.tests.blackbox;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * One frame from the server.
 *
 * @param text as it came
 */
record Received(String text, JsonObject json) {
  private static final String DATA = "\"data\":";

  static Received parse(String text) {
    return new Received(text, Jsonp.readObject(text));
  }

  String type() {
    return json.getString("type");
  }

  boolean is(String wanted) {
    return type().equals(wanted);
  }

  /** The position, which only a frame on a topic has. */
  Optional<Position> position() {
    return Optional.ofNullable(json.getString("topic", null))
        .map(
            topic ->
                new Position(
                    topic, json.getString("epoch"), json.getJsonNumber("seq").longValueExact()));
  }

  boolean on(String topic) {
    return topic.equals(json.getString("topic", ""));
  }

  /** The position's number of a frame on a topic. */
  long seq() {
    return json.getJsonNumber("seq").longValueExact();
  }

  /** The moment of the state of a frame on a topic. */
  Instant asOf() {
    return Instant.parse(json.getString("as_of"));
  }

  JsonObject data() {
    return json.getJsonObject("data");
  }

  /** The data byte for byte: the envelope's last member. */
  String dataText() {
    return text.substring(text.indexOf(DATA) + DATA.length(), text.length() - 1);
  }
}
