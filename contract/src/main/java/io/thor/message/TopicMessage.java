package io.thor.message;

/**
 * A committed state of one topic, or one entry of a log topic, with its position on that topic.
 *
 * <p>A new feature adds its record to {@code permits}; nothing else in the delivery needs to know.
 */
public sealed interface TopicMessage extends Message
    permits AccountBalanceUpdate,
        PositionsUpdate,
        IntradayBarUpdate,
        VwapUpdate,
        MarketStatusUpdate,
        SyntheticUpdate {

  Topic topic();

  StreamPosition position();

  /** The feature whose cutover stage decides about this message. */
  default String feature() {
    return MessageTypes.of(getClass()).feature();
  }

  /** Who may receive it. */
  default Audience audience() {
    return Audience.EVERYONE;
  }
}
