package io.thor.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTicketTest {

  private static final BigDecimal LAST = new BigDecimal("100");

  private static OrderTicket market(String clientOrderId, Side side, String quantity) {
    return new OrderTicket(
        clientOrderId,
        "BTC-USD",
        side,
        OrderType.MARKET,
        new BigDecimal(quantity),
        Optional.empty());
  }

  private static OrderTicket limit(Side side, String price) {
    return new OrderTicket(
        "c-1",
        "BTC-USD",
        side,
        OrderType.LIMIT,
        BigDecimal.ONE,
        Optional.of(new BigDecimal(price)));
  }

  private static String refusal(Runnable made) {
    return assertThrows(InvalidOrderException.class, made::run).getMessage();
  }

  @Test
  void equalTicketsAskForTheSameHoweverTheyAreWritten() {
    assertEquals(market("c-1", Side.BUY, "10"), market("c-1", Side.BUY, "1.0E+1"));
    assertEquals(limit(Side.BUY, "807"), limit(Side.BUY, "807.000"));
    assertEquals(new BigDecimal("-10"), market("c-1", Side.SELL, "10.0").signedQuantity());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000000.1", "0.000000001", "1e999999999", "1e-999999999"})
  void refusesQuantitiesThatCannotBeMeant(String quantity) {
    String refusal = refusal(() -> market("c-1", Side.BUY, quantity));
    assertTrue(refusal.startsWith("quantity is '"), refusal);
    assertTrue(refusal.contains("give a number above 0, at most 1000000"), refusal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "ä", "a/b"})
  void refusesNamesThatAreNotPlain(String clientOrderId) {
    String refusal = refusal(() -> market(clientOrderId, Side.BUY, "1"));
    assertTrue(refusal.startsWith("client_order_id is '" + clientOrderId + "'"), refusal);
    assertTrue(refusal(() -> market("x".repeat(65), Side.BUY, "1")).contains("1 to 64"));
  }

  @Test
  void aLimitBelongsToLimitOrders() {
    assertTrue(refusal(() -> limit(Side.BUY, "0")).startsWith("limit_price is '0'"));
    assertTrue(
        refusal(
                () ->
                    new OrderTicket(
                        "c", "S", Side.BUY, OrderType.LIMIT, BigDecimal.ONE, Optional.empty()))
            .contains("a price"));
    assertTrue(
        refusal(
                () ->
                    new OrderTicket(
                        "c", "S", Side.BUY, OrderType.MARKET, BigDecimal.ONE, Optional.of(LAST)))
            .contains("none, or LIMIT"));
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "BUY, 110, true", "BUY, 110.01, false", "BUY, 1, true",
    "SELL, 90, true", "SELL, 89.99, false", "SELL, 1000, true"
  })
  void aLimitMayNotReachFarThroughTheMarket(Side side, String price, boolean allowed) {
    assertEquals(allowed, PriceBand.objection(limit(side, price), LAST).isEmpty());
  }

  @ParameterizedTest(name = "filled at {0}: {1}")
  @CsvSource({"90, true", "110, true", "89.99, false", "110.01, false"})
  void aMarketOrderIsNotFilledFarAway(BigDecimal price, boolean allowed) {
    assertEquals(allowed, PriceBand.objection(LAST, price).isEmpty());
    assertTrue(PriceBand.objection(market("c", Side.BUY, "1"), LAST).isEmpty());
  }
}
