package io.thor.intraday;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * The trades of one symbol in the minute {@code [minute, minute + 60 s)}; open and close go by time
 * and sequence of the trades, not by their arrival. A minute without volume has no bar, for it has
 * no VWAP.
 *
 * @param notional sum of price times quantity, exact
 * @param revision 0 until the bar was final once, then one more for each correction
 * @param sources which trades are in it; what a later correction has to know
 */
public record Bar(
    String symbol,
    Instant minute,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal volume,
    BigDecimal notional,
    long trades,
    int revision,
    BarSources sources) {

  public Bar {
    Objects.requireNonNull(symbol, "symbol");
    Require.that(
        Minutes.start(Minutes.of(minute)).equals(minute),
        () -> "minute must be the start of a minute, not " + minute + "; cut its seconds off");
    Require.positive("low", low);
    Require.positive("volume", volume);
    Require.positive("notional", notional);
    Require.that(
        isWithin(open, low, high) && isWithin(close, low, high),
        () ->
            "open "
                + open
                + " and close "
                + close
                + " must lie in "
                + low
                + ".."
                + high
                + "; check the stored bar");
    Require.that(
        revision >= 0,
        () -> "revision must not be negative, but is " + revision + "; count from 0");
    Require.that(
        trades == sources.sequences().size(),
        () ->
            "trades is "
                + trades
                + " but sources name "
                + sources.sequences().size()
                + "; store and load both together");
  }

  /** The volume-weighted average price of this bar alone, ten places, half up. */
  public BigDecimal vwap() {
    return Vwap.of(notional, volume);
  }

  private static boolean isWithin(BigDecimal price, BigDecimal low, BigDecimal high) {
    return price.compareTo(low) >= 0 && price.compareTo(high) <= 0;
  }
}
