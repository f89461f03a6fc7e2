package io.thor.message;

import io.thor.json.JsonName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * One minute of trades. A final bar is an entry of the log topic {@code intraday_bar}; a bar that
 * still forms is the state of {@code forming_bar}.
 *
 * @param country of the venue, or {@code GLOBAL}
 * @param timestampMinute start of the minute; the bar holds trades of {@code [t, t+60s)}
 * @param vwap of this bar alone, ten places, half up
 * @param isFinal whether the minute has ended
 * @param revision 0, then one more for each correction
 */
@WireType(
    value = "intraday_bar",
    feature = "intraday",
    topics = {IntradayBarUpdate.LOG_PREFIX, IntradayBarUpdate.FORMING_PREFIX})
public record IntradayBarUpdate(
    StreamPosition position,
    String country,
    String symbol,
    Instant timestampMinute,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal volume,
    long trades,
    BigDecimal vwap,
    @JsonName("final") boolean isFinal,
    int revision)
    implements TopicMessage {

  public static final String LOG_PREFIX = "intraday_bar";
  public static final String FORMING_PREFIX = "forming_bar";

  public IntradayBarUpdate {
    Objects.requireNonNull(position, "position");
    Checks.text("country", country);
    Checks.text("symbol", symbol);
    if (timestampMinute.getEpochSecond() % 60 != 0 || timestampMinute.getNano() != 0) {
      throw new IllegalArgumentException(
          "timestamp_minute must be the start of a minute, not " + timestampMinute);
    }
    open = Decimals.price(open);
    high = Decimals.price(high);
    low = Decimals.price(low);
    close = Decimals.price(close);
    volume = Decimals.quantity(Checks.positive("volume", volume));
    vwap = Decimals.vwap(vwap);
    if (high.compareTo(low) < 0) {
      throw new IllegalArgumentException("high " + high + " must not be below low " + low);
    }
    if (trades < 1) {
      throw new IllegalArgumentException("trades must be at least 1, not " + trades);
    }
    if (revision < 0) {
      throw new IllegalArgumentException("revision must not be negative, but is " + revision);
    }
  }

  @Override
  public Topic topic() {
    return new Topic(isFinal ? LOG_PREFIX : FORMING_PREFIX, symbol);
  }

  @Override
  public Retention retention() {
    return isFinal ? Retention.LOG : Retention.LATEST;
  }
}
