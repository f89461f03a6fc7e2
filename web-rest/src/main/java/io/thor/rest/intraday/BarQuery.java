package io.thor.rest.intraday;

import io.thor.account.Instrument;
import io.thor.intraday.BarColumns;
import io.thor.intraday.FinalBar;
import io.thor.json.JsonName;
import io.thor.message.Decimals;
import io.thor.message.StreamPosition;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a span of bars as they are stored.
 *
 * @param from first minute
 * @param to behind the last minute
 */
public record BarQuery(String symbol, Instant from, Instant to, int limit) {

  /** Later than any bar, and within the range of epoch milliseconds. */
  static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

  /** The answer. */
  public record Bars(String symbol, String epoch, long seq, List<Bar> bars) {}

  /** One bar, with the members of {@code intraday_bar} and its position in the log. */
  public record Bar(
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
      int revision,
      long seq) {}

  Bars read(EntityManager em, StreamPosition position) {
    String country = em.find(Instrument.class, symbol).getCountry();
    List<Bar> bars =
        em.createQuery(
                "select b from FinalBar b where b.symbol = :symbol and b.minuteMs >= :from"
                    + " and b.minuteMs < :to and b.seq = (select max(c.seq) from FinalBar c"
                    + " where c.symbol = b.symbol and c.minuteMs = b.minuteMs)"
                    + " order by b.minuteMs desc",
                FinalBar.class)
            .setParameter("symbol", symbol)
            .setParameter("from", from.toEpochMilli())
            .setParameter("to", to.toEpochMilli())
            .setMaxResults(limit)
            .getResultStream()
            .map(bar -> bar(country, bar))
            .collect(Collectors.toList());
    Collections.reverse(bars);
    return new Bars(symbol, position.epoch(), position.seq(), bars);
  }

  private Bar bar(String country, FinalBar stored) {
    BarColumns columns = stored.getColumns();
    return new Bar(
        country,
        symbol,
        stored.getMinute(),
        Decimals.price(columns.getOpen()),
        Decimals.price(columns.getHigh()),
        Decimals.price(columns.getLow()),
        Decimals.price(columns.getClose()),
        Decimals.quantity(columns.getVolume()),
        columns.getTrades(),
        columns
            .getNotional()
            .divide(columns.getVolume(), Decimals.VWAP_SCALE, RoundingMode.HALF_UP),
        true,
        columns.getRevision(),
        stored.getSeq());
  }
}
