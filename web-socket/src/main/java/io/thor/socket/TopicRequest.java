package io.thor.socket;

import io.thor.message.Topic;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;

/**
 * One topic that a client asks for, perhaps from a position on.
 *
 * @param written as the client wrote it
 * @param topic empty for a wildcard and for what is no topic at all
 * @param prefix of a wildcard such as {@code intraday_bar:*}
 * @param epoch of the position that the client has
 * @param seq of the position that the client has
 */
record TopicRequest(
    String written,
    Optional<Topic> topic,
    Optional<String> prefix,
    Optional<String> epoch,
    long seq) {

  private static final String WILDCARD = ":*";

  /**
   * Reads {@code {"topic":"...","epoch":"...","seq":1}}.
   *
   * <p>Errors: {@link InvalidRequestException} when there is no text {@code topic}.
   */
  static TopicRequest of(JsonObject request) {
    if (!(request.get("topic") instanceof JsonString topic)) {
      throw new InvalidRequestException("'topic' must be a text such as intraday_bar:BTC-USD");
    }
    String written = topic.getString();
    boolean wildcard = written.endsWith(WILDCARD);
    Optional<String> prefix =
        wildcard
            ? Optional.of(written.substring(0, written.length() - WILDCARD.length()))
            : Optional.empty();
    boolean positioned =
        request.get("epoch") instanceof JsonString && request.get("seq") instanceof JsonNumber;
    return new TopicRequest(
        written,
        wildcard ? Optional.empty() : parse(written),
        prefix,
        positioned ? Optional.of(request.getString("epoch")) : Optional.empty(),
        positioned ? request.getJsonNumber("seq").longValue() : 0);
  }

  private static Optional<Topic> parse(String written) {
    try {
      return Optional.of(Topic.parse(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
