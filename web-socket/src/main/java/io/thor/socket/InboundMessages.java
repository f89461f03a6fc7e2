package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.message.ErrorMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;

/**
 * Answers what a client sends. What is no JSON object with a {@code type} is answered with an error
 * and the connection stays open; a type that is not known is ignored.
 *
 * <p>Threads: the container's, one message of a session at a time.
 */
@ApplicationScoped
public class InboundMessages {

  void accept(SocketSession session, String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonStructure read = reader.read();
      if (read instanceof JsonObject message && message.get("type") instanceof JsonString type) {
        answer(session, type.getString(), message);
      } else {
        session.answer(invalid("a message is an object with a text member 'type'"));
      }
    } catch (JsonException e) {
      session.answer(invalid("the message is not valid JSON; send one JSON object per frame"));
    }
  }

  private static void answer(SocketSession session, String type, JsonObject message) {
    if (type.equals("ping")) {
      session.answer(pong(message));
    }
  }

  private static Frame pong(JsonObject ping) {
    JsonObject pong =
        Json.createObjectBuilder()
            .add("type", "pong")
            .add("timestamp", ping.getOrDefault("timestamp", JsonValue.NULL))
            .build();
    return Frame.answer("pong", pong.toString());
  }

  private static Frame invalid(String remedy) {
    return Frame.of(new ErrorMessage("invalid_message", remedy, false));
  }
}
