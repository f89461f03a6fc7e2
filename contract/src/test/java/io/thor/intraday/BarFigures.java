package io.thor.intraday;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of a bar without trailing zeros, so that equal means equal in value. */
record BarFigures(
    Instant minute,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal volume,
    BigDecimal notional,
    long trades,
    String vwap) {

  BarFigures {
    open = open.stripTrailingZeros();
    high = high.stripTrailingZeros();
    low = low.stripTrailingZeros();
    close = close.stripTrailingZeros();
    volume = volume.stripTrailingZeros();
    notional = notional.stripTrailingZeros();
  }

  static BarFigures of(Bar bar) {
    return new BarFigures(
        bar.minute(),
        bar.open(),
        bar.high(),
        bar.low(),
        bar.close(),
        bar.volume(),
        bar.notional(),
        bar.trades(),
        bar.vwap().toPlainString());
  }

  /** All bars of a finished list of trades: the batch computation that the stream must equal. */
  static List<BarFigures> batch(List<Trade> trades) {
    SortedMap<Instant, List<Trade>> byMinute =
        trades.stream()
            .sorted(Comparator.comparing(Trade::time).thenComparingLong(Trade::sequence))
            .collect(
                Collectors.groupingBy(
                    trade -> trade.time().truncatedTo(java.time.temporal.ChronoUnit.MINUTES),
                    TreeMap::new,
                    Collectors.toList()));
    List<BarFigures> bars = new ArrayList<>();
    byMinute.values().removeIf(inMinute -> volume(inMinute).signum() == 0);
    byMinute.forEach((minute, inMinute) -> bars.add(ofMinute(minute, inMinute)));
    return bars;
  }

  static BigDecimal notional(List<Trade> trades) {
    return trades.stream()
        .map(trade -> trade.price().multiply(trade.quantity()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal volume(List<Trade> trades) {
    return trades.stream().map(Trade::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static String vwap(List<Trade> trades) {
    return notional(trades)
        .divide(volume(trades), 10, java.math.RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static BarFigures ofMinute(Instant minute, List<Trade> trades) {
    List<BigDecimal> prices = trades.stream().map(Trade::price).sorted().toList();
    return new BarFigures(
        minute,
        trades.get(0).price(),
        prices.get(prices.size() - 1),
        prices.get(0),
        trades.get(trades.size() - 1).price(),
        volume(trades),
        notional(trades),
        trades.size(),
        vwap(trades));
  }
}
