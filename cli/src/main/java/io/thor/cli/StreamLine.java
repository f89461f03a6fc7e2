package io.thor.cli;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/**
 * One message of the live stream, for people.
 *
 * @param topic empty for what is on none
 * @param data as it came
 */
record StreamLine(String type, Optional<String> topic, String data) {

  private static final String DATA = "\"data\":";

  /**
   * Reads a message; {@code data} is the envelope's last member and is cut out, so that decimals
   * stay as they are written.
   *
   * @throws ServerFailed when it is not one of Thor's
   */
  static StreamLine of(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject message = reader.readObject();
      int data = text.indexOf(DATA);
      return new StreamLine(
          message.getString("type"),
          Optional.ofNullable(message.getString("topic", null)),
          data < 0 ? "" : text.substring(data + DATA.length(), text.lastIndexOf('}')));
    } catch (JsonException | ClassCastException | NullPointerException e) {
      throw new ServerFailed("The stream sent what is no message of Thor. Check --url.", e);
    }
  }

  /** Whether one of some topics is meant, each by its name or {@code prefix:*}; none means all. */
  boolean isOn(List<String> topics) {
    return topics.isEmpty()
        || topic
            .filter(name -> topics.stream().anyMatch(wanted -> matches(wanted, name)))
            .isPresent();
  }

  private static boolean matches(String wanted, String name) {
    return wanted.endsWith(":*")
        ? name.startsWith(wanted.substring(0, wanted.length() - 1))
        : name.equals(wanted);
  }

  /** {@code [WS] type: data}. */
  @Override
  public String toString() {
    return Printable.line("[WS] " + type + ": " + data);
  }
}
