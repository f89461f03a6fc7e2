package io.thor.channel;

import io.thor.message.Audience;
import io.thor.message.Message;
import io.thor.message.MessageEncoder;
import io.thor.message.Retention;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * One encoded message with what its delivery has to know. It holds nothing that belongs to one
 * connection, so all readers share it.
 *
 * <p>Threads: immutable.
 */
public final class Frame {

  private final String type;
  private final byte[] utf8;
  private final Audience audience;
  private final Retention retention;
  private final Optional<Route> route;

  /**
   * What only messages on a topic have.
   *
   * @param feature whose cutover stage applies
   */
  public record Route(Topic topic, StreamPosition position, String feature) {}

  private Frame(
      String type, byte[] utf8, Audience audience, Retention retention, Optional<Route> route) {
    this.type = Objects.requireNonNull(type);
    this.utf8 = utf8;
    this.audience = audience;
    this.retention = retention;
    this.route = route;
  }

  /** Encodes a message. */
  public static Frame of(Message message) {
    byte[] utf8 = MessageEncoder.encode(message);
    if (message instanceof TopicMessage onTopic) {
      Route route = new Route(onTopic.topic(), onTopic.position(), onTopic.feature());
      return new Frame(
          message.type(), utf8, onTopic.audience(), onTopic.retention(), Optional.of(route));
    }
    return new Frame(
        message.type(), utf8, Audience.EVERYONE, message.retention(), Optional.empty());
  }

  /** Wraps what is said to one session alone, such as the answer to its ping. */
  public static Frame answer(String type, String json) {
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    return new Frame(type, utf8, Audience.EVERYONE, Retention.LOG, Optional.empty());
  }

  public String type() {
    return type;
  }

  public Audience audience() {
    return audience;
  }

  public Retention retention() {
    return retention;
  }

  /** Topic and position; empty for what is on no topic, such as the heartbeat. */
  public Optional<Route> route() {
    return route;
  }

  /** The JSON text in UTF-8: a read-only view of the shared bytes. */
  public ByteBuffer utf8() {
    return ByteBuffer.wrap(utf8).asReadOnlyBuffer();
  }

  /** The JSON text. */
  public String text() {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** Bytes of the JSON text. */
  public int length() {
    return utf8.length;
  }
}
