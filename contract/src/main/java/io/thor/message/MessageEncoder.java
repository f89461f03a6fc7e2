package io.thor.message;

import io.thor.json.JsonText;
import io.thor.json.RecordJson;
import java.nio.charset.StandardCharsets;

/**
 * Writes messages as JSON, for the WebSocket path as whole envelopes and for the REST path as the
 * {@code data} object alone, with the same bytes for the same state.
 *
 * <p>Threads: any.
 */
public final class MessageEncoder {

  private MessageEncoder() {}

  /** The envelope: {@code type}, for topic messages their position, then {@code data}. UTF-8. */
  public static byte[] encode(Message message) {
    JsonText json = new JsonText();
    json.beginObject().name("type").text(message.type());
    if (message instanceof TopicMessage onTopic) {
      StreamPosition position = onTopic.position();
      json.name("topic").text(onTopic.topic().toString());
      json.name("epoch").text(position.epoch());
      json.name("seq").number(position.seq());
      json.name("as_of").text(position.asOf().toString());
    }
    json.name("data");
    RecordJson.write(json, (Record) message);
    return json.endObject().toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The {@code data} object alone. */
  public static String encodeData(Message message) {
    return RecordJson.write((Record) message);
  }
}
