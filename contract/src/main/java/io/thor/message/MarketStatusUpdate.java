package io.thor.message;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a market trades at the moment {@code as_of}, why, and what comes next.
 *
 * @param marketId the MIC, for example {@code XTKS}
 * @param timezone the IANA name
 * @param reason {@code regular}, {@code weekend}, {@code holiday}, {@code early_close}, {@code
 *     lunch} and the like
 * @param nextEvent the status that comes next, when one is known
 * @param secondsToNextEvent from {@code as_of}; a reader counts down by itself
 * @param localTime {@code as_of} on the market's own clock
 */
@WireType(value = "market_status", feature = "global_market")
public record MarketStatusUpdate(
    StreamPosition position,
    String marketId,
    String country,
    String name,
    String timezone,
    Status status,
    String reason,
    Optional<Status> nextEvent,
    Optional<Instant> nextEventAt,
    Optional<Long> secondsToNextEvent,
    OffsetDateTime localTime)
    implements TopicMessage {

  public static final String TOPIC_PREFIX = "market_status";

  /** What a market does at a moment. */
  public enum Status {
    OPEN,
    CLOSED,
    PREOPEN,
    PRECLOSE,
    BREAK,
    /** The calendar does not reach this day; never to be read as open. */
    UNKNOWN
  }

  public MarketStatusUpdate {
    Objects.requireNonNull(position, "position");
    Checks.text("market_id", marketId);
    Checks.text("country", country);
    Checks.text("name", name);
    Checks.text("timezone", timezone);
    Objects.requireNonNull(status, "status");
    Checks.text("reason", reason);
    Objects.requireNonNull(localTime, "local_time");
    if (nextEvent.isPresent() != nextEventAt.isPresent()
        || nextEventAt.isPresent() != secondsToNextEvent.isPresent()) {
      throw new IllegalArgumentException(
          "next_event, next_event_at and seconds_to_next_event come together or not at all");
    }
  }

  @Override
  public Topic topic() {
    return new Topic(TOPIC_PREFIX, marketId);
  }
}
