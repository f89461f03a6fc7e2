package io.thor.message;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The volume-weighted average price of a symbol since its session opened: the sum of price times
 * quantity over the sum of quantity, divided once, ten places, half up.
 *
 * @param sessionDate the session's own local date
 * @param timestamp the last trade that counts
 */
@WireType(value = "vwap_update", feature = "intraday", topics = VwapUpdate.TOPIC_PREFIX)
public record VwapUpdate(
    StreamPosition position,
    String symbol,
    BigDecimal vwap,
    BigDecimal volume,
    LocalDate sessionDate,
    Instant timestamp)
    implements TopicMessage {

  public static final String TOPIC_PREFIX = "vwap";

  public VwapUpdate {
    Objects.requireNonNull(position, "position");
    Checks.text("symbol", symbol);
    vwap = Decimals.vwap(vwap);
    volume = Decimals.quantity(Checks.positive("volume", volume));
    Objects.requireNonNull(sessionDate, "session_date");
    Objects.requireNonNull(timestamp, "timestamp");
  }

  @Override
  public Topic topic() {
    return new Topic(TOPIC_PREFIX, symbol);
  }
}
