package io.thor.intraday;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The trades of one recorded UTC day, in columns: 24 bytes each.
 *
 * <p>Threads: immutable.
 */
final class RecordedDay {

  private final long[] nanosOfDay;
  private final DecimalColumn prices;
  private final DecimalColumn quantities;

  /**
   * Takes the day's trades.
   *
   * @param trades of this day only, oldest first
   */
  RecordedDay(Instant start, List<Trade> trades) {
    nanosOfDay =
        trades.stream()
            .mapToLong(trade -> Duration.between(start, trade.time()).toNanos())
            .toArray();
    prices = new DecimalColumn(trades.stream().map(Trade::price).toList());
    quantities = new DecimalColumn(trades.stream().map(Trade::quantity).toList());
  }

  int size() {
    return nanosOfDay.length;
  }

  /** The index of the first trade at or after a time of the day; the size when there is none. */
  int firstAtOrAfter(Duration ofDay) {
    long nanos = ofDay.toNanos();
    int at = Arrays.binarySearch(nanosOfDay, nanos);
    int index = at >= 0 ? at : -at - 1;
    while (index > 0 && nanosOfDay[index - 1] == nanos) {
      index--;
    }
    return index;
  }

  Instant time(int index, Instant start) {
    return start.plusNanos(nanosOfDay[index]);
  }

  /** One trade as of the day that starts then. */
  Trade trade(int index, String symbol, Instant start, long sequence) {
    return new Trade(
        symbol, time(index, start), sequence, prices.get(index), quantities.get(index));
  }
}
