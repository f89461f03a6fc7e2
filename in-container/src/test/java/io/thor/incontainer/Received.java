package io.thor.incontainer;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonObject;

/**
 * A frame from the server.
 *
 * @param atNanos when it came, on the clock of {@link System#nanoTime}
 */
record Received(String text, JsonObject json, long atNanos) {

  private static final String DATA = "\"data\":";

  static Received now(String text) {
    JsonObject json = Jsonp.readObject(text);
    return new Received(text, json, System.nanoTime());
  }

  String type() {
    return json.getString("type");
  }

  boolean isOn(String topic) {
    return json.getString("topic", "").equals(topic);
  }

  long seq() {
    return json.getJsonNumber("seq").longValueExact();
  }

  JsonObject data() {
    return json.getJsonObject("data");
  }

  /** The data byte for byte: the envelope's last member. */
  String dataText() {
    return text.substring(text.indexOf(DATA) + DATA.length(), text.length() - 1);
  }
}
