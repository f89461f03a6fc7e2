package io.thor.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.intraday.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MatchingTest {

  private static final Instant PLACED = Instant.parse("2026-01-05T14:30:00Z");

  private static Trade trade(long secondsLater, long sequence, String price, String quantity) {
    return new Trade(
        "BTC-USD",
        PLACED.plusSeconds(secondsLater),
        sequence,
        new BigDecimal(price),
        new BigDecimal(quantity));
  }

  private static Optional<Long> match(Side side, String limit, Trade... trades) {
    Optional<BigDecimal> price =
        Stream.of(limit).filter(l -> !l.isEmpty()).map(BigDecimal::new).findFirst();
    return new Matching("BTC-USD", side, price, PLACED).first(List.of(trades)).map(Trade::sequence);
  }

  @Test
  void takesTheFirstTradeAtTheVenueAfterThePlacement() {
    assertEquals(
        Optional.of(3L),
        match(
            Side.BUY,
            "",
            trade(2, 4, "10", "1"),
            trade(1, 9, "10", "1"),
            trade(1, 3, "10", "1"),
            trade(0, 2, "10", "1"),
            trade(-1, 1, "10", "1")));
  }

  @Test
  void aLimitIsFilledAtItOrBetter() {
    assertEquals(
        Optional.of(2L), match(Side.BUY, "10", trade(1, 1, "10.01", "1"), trade(2, 2, "10", "1")));
    assertEquals(
        Optional.of(2L), match(Side.SELL, "10", trade(1, 1, "9.99", "1"), trade(2, 2, "11", "1")));
  }

  @Test
  void whatHadNoQuantityOrAnotherSymbolFillsNothing() {
    Trade other = new Trade("OTHER", PLACED.plusSeconds(1), 1, BigDecimal.TEN, BigDecimal.ONE);
    assertEquals(Optional.empty(), match(Side.BUY, "", trade(1, 1, "10", "0"), other));
  }
}
