package io.thor.message;

/**
 * Something that the server says to browsers. The record components are the {@code data} object of
 * the wire format, in their order, with snake_case names.
 *
 * <p>Threads: immutable; any thread may read one.
 */
public sealed interface Message permits TopicMessage, HeartbeatUpdate, ErrorMessage {

  /** The {@code type} of the envelope, from {@link WireType}. */
  default String type() {
    return MessageTypes.of(getClass()).type();
  }

  /** How a session that cannot take every message is served. */
  default Retention retention() {
    return Retention.LATEST;
  }
}
