package io.thor.intraday;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A market that plays recorded UTC days for ever: day n since 1970 plays recorded day n modulo
 * their count, its trades shifted in time to day n.
 *
 * <p>The sequence of a trade is {@code n * 1,000,000 + its index in the day}: it ascends over all
 * days, and a replay after a restart gives the same trade the same one. A market that plays {@link
 * #ahead} has the sequences of the days that it plays.
 *
 * <p>Threads: immutable.
 */
public final class RecordedDays {

  private static final long SEQUENCES_PER_DAY = 1_000_000;
  private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

  private final String symbol;
  private final List<RecordedDay> days;
  private final Duration ahead;

  private RecordedDays(String symbol, List<RecordedDay> days, Duration ahead) {
    this.symbol = symbol;
    this.days = List.copyOf(days);
    this.ahead = ahead;
  }

  /**
   * Takes full days out of a recording and leaves the rest of it unread or out.
   *
   * <p>Errors: {@link IllegalArgumentException} when one of the days has no trades, or more than
   * 1,000,000.
   *
   * @param recording oldest first
   * @param first the day with index 0
   */
  public static RecordedDays read(
      String symbol, Iterator<Trade> recording, LocalDate first, int count) {
    Require.that(count > 0, () -> "count of recorded days must be above zero, not " + count);
    List<List<Trade>> byDay = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byDay.add(new ArrayList<>());
    }
    long index = 0;
    while (recording.hasNext() && index < count) {
      Trade trade = recording.next();
      index = dayOf(trade.time()) - first.toEpochDay();
      if (index >= 0 && index < count) {
        byDay.get((int) index).add(trade);
      }
    }
    List<RecordedDay> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      days.add(day(first.plusDays(i), byDay.get(i)));
    }
    return new RecordedDays(symbol, days, Duration.ZERO);
  }

  private static RecordedDay day(LocalDate date, List<Trade> trades) {
    Require.that(
        !trades.isEmpty() && trades.size() <= SEQUENCES_PER_DAY,
        () ->
            "recorded day "
                + date
                + " has "
                + trades.size()
                + " trades; choose days with 1 to 1,000,000");
    return new RecordedDay(date.atStartOfDay(ZoneOffset.UTC).toInstant(), trades);
  }

  public String symbol() {
    return symbol;
  }

  /** The same market as it plays some time later, with its trades at that much earlier times. */
  public RecordedDays ahead(Duration time) {
    return new RecordedDays(symbol, days, ahead.plus(time));
  }

  /** The trades of a span of time, oldest first; an empty span has none. */
  public List<Trade> between(Instant fromInclusive, Instant toExclusive) {
    List<Trade> trades = new ArrayList<>();
    Instant from = fromInclusive.plus(ahead);
    Instant to = toExclusive.plus(ahead);
    while (from.isBefore(to)) {
      long day = dayOf(from);
      addTrades(trades, day, from, to);
      from = startOf(day + 1);
    }
    return trades;
  }

  /** When the next trade after a moment happens; there always is one. */
  public Instant nextTradeAfter(Instant moment) {
    Instant earliest = moment.plus(ahead).plusNanos(1);
    long day = dayOf(earliest);
    int index = recorded(day).firstAtOrAfter(Duration.between(startOf(day), earliest));
    return index < recorded(day).size()
        ? recorded(day).time(index, playedAt(day))
        : recorded(day + 1).time(0, playedAt(day + 1));
  }

  private void addTrades(List<Trade> trades, long day, Instant from, Instant to) {
    RecordedDay recorded = recorded(day);
    Instant start = startOf(day);
    int end =
        to.isBefore(startOf(day + 1))
            ? recorded.firstAtOrAfter(Duration.between(start, to))
            : recorded.size();
    for (int i = recorded.firstAtOrAfter(Duration.between(start, from)); i < end; i++) {
      trades.add(recorded.trade(i, symbol, playedAt(day), day * SEQUENCES_PER_DAY + i));
    }
  }

  /** When a day's midnight is played. */
  private Instant playedAt(long day) {
    return startOf(day).minus(ahead);
  }

  private RecordedDay recorded(long day) {
    return days.get((int) Math.floorMod(day, (long) days.size()));
  }

  private static long dayOf(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), SECONDS_PER_DAY);
  }

  private static Instant startOf(long day) {
    return Instant.ofEpochSecond(day * SECONDS_PER_DAY);
  }
}
