package io.thor.tests.blackbox;

import static java.util.stream.Collectors.toSet;

import io.thor.intraday.BitstampRecording;
import io.thor.intraday.RecordedDays;
import io.thor.intraday.Trade;
import io.thor.tests.server.BusyHours;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the recorded market does at any time, computed from the recording alone: who waits for
 * trades asks here how long that may take.
 */
final class DemoMarket {
  /** The symbol that trades. */
  static final String SYMBOL = BitstampRecording.SYMBOL;

  private static final RecordedDays DAYS = BusyHours.days();

  /** The default of {@code thor.jobs.account-balance.interval-ms}. */
  private static final Duration VALUATION = Duration.ofSeconds(10);

  private static final Duration MARGIN = Duration.ofSeconds(30);

  private DemoMarket() {}

  /** How long to wait for what the next so many trades bring about. */
  static Duration untilTrades(int count) {
    Instant now = Instant.now();
    List<Trade> ahead = DAYS.between(now, now.plus(Duration.ofHours(2)));
    return Duration.between(now, ahead.get(count - 1).time()).plus(MARGIN);
  }

  /**
   * How long to wait for what a change of the price brings about. Accounts are valued at intervals,
   * so that a price that comes and goes in between is missed: one has to hold that they were not
   * valued at before.
   */
  static Duration untilAnotherPrice() {
    Instant now = Instant.now();
    Set<BigDecimal> valued = pricesSince(now.minus(VALUATION.multipliedBy(2)), now);
    Optional<Instant> other = Optional.empty();
    for (Trade trade : DAYS.between(now, now.plus(Duration.ofHours(2)))) {
      if (other.filter(since -> !trade.time().isBefore(since.plus(VALUATION))).isPresent()) {
        break;
      }
      other =
          valued.contains(trade.price().stripTrailingZeros())
              ? Optional.empty()
              : Optional.of(other.orElse(trade.time()));
    }
    return Duration.between(now, other.orElseThrow()).plus(VALUATION).plus(MARGIN);
  }

  /** Those of trades in that time, and the one that was valid when it began. */
  private static Set<BigDecimal> pricesSince(Instant from, Instant to) {
    List<Trade> before = DAYS.between(from.minus(Duration.ofHours(2)), from);
    return Stream.concat(Stream.of(before.get(before.size() - 1)), DAYS.between(from, to).stream())
        .map(trade -> trade.price().stripTrailingZeros())
        .collect(toSet());
  }

  /** How long to wait for a bar that is not final yet. */
  static Duration untilBar() {
    return untilTrades(1).plus(Duration.ofMinutes(1));
  }

  /**
   * The number of trades of each minute of the day that has a bar and ended before an instant. Some
   * recorded trades have a quantity of zero: they count, but make no bar alone.
   */
  static Map<Instant, Long> tradesByMinute(Instant before) {
    Instant midnight = before.truncatedTo(ChronoUnit.DAYS);
    Map<Instant, Long> trades = new TreeMap<>();
    Set<Instant> bars = new HashSet<>();
    for (Trade trade : DAYS.between(midnight, before.truncatedTo(ChronoUnit.MINUTES))) {
      Instant minute = trade.time().truncatedTo(ChronoUnit.MINUTES);
      trades.merge(minute, 1L, Long::sum);
      if (trade.quantity().signum() > 0) {
        bars.add(minute);
      }
    }
    trades.keySet().retainAll(bars);
    return trades;
  }
}
