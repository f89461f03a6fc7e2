package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Paper orders of a trader whose account no other test orders for. */
@ExtendWith(SharedServer.class)
class OrdersIT {
  private static final String POSITIONS = "positions:ACC-1002";

  private final ThorServer server;
  private final ThorClient trader;
  private final OrderClient orders;

  OrdersIT(ThorServer server) {
    this.server = server;
    trader = ThorClient.signIn(server, DemoUser.TRADER2);
    orders = new OrderClient(trader);
    TopicsOf.awaitAll(trader);
  }

  @Test
  void aMarketOrderIsFilledByTheNextTradeAndPushed() {
    AccountBook before = AccountBook.read(trader);
    try (FrameStream stream = trader.open()) {
      Answer placed = orders.place(OrderClient.market("SELL", "0.015")).expect(201);
      assertEquals("OPEN", placed.json().getString("status"));
      JsonObject filled = orders.awaitEnd(OrderClient.id(placed));

      assertEquals("FILLED", filled.getString("status"), filled::toString);
      AccountBook after = AccountBook.read(trader);
      after.assertIs(before.after(List.of(filled)));
      stream.await(
          "the new quantity",
          OrderClient.untilFill(),
          frame ->
              frame.on(POSITIONS) && quantity(frame).compareTo(after.bitcoins().quantity()) == 0);
      stream.await(
          "the new cash",
          OrderClient.untilFill(),
          frame ->
              frame.is("account_balance")
                  && frame.data().getJsonNumber("cash").bigDecimalValue().equals(after.cash()));
    }
  }

  @Test
  void aLimitIsNotFilledWorse() {
    BigDecimal limit = orders.price("1.05");
    long id = OrderClient.id(orders.place(OrderClient.limit("BUY", "0.01", limit)).expect(201));
    JsonObject filled = orders.awaitEnd(id);
    assertEquals("FILLED", filled.getString("status"));
    assertTrue(filled.getJsonNumber("fill_price").bigDecimalValue().compareTo(limit) <= 0);
    String refusal = orders.cancel(id).problem(409);
    assertTrue(refusal.contains("FILLED, which cannot be cancelled"), refusal);
  }

  @Test
  void whatWaitsIsListedAndCancelledByItsOwnerAlone() {
    List<Long> placed =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    orders
                        .place(OrderClient.limit("BUY", "0.001", orders.price("0.5")))
                        .expect(201))
            .map(OrderClient::id)
            .toList();
    List<Long> open = ids(orders.all(Optional.of("OPEN"), 2));
    assertTrue(open.containsAll(placed), () -> placed + " in " + open);
    assertEquals(open.stream().sorted((a, b) -> Long.compare(b, a)).toList(), open);

    OrderClient stranger = new OrderClient(ThorClient.signIn(server, DemoUser.TRADER));
    OrderClient operator = new OrderClient(ThorClient.signIn(server, DemoUser.OPERATOR));
    for (long id : placed) {
      assertEquals(
          stranger.get(999_999_999L).problem(404).replace("999999999", "" + id),
          stranger.get(id).problem(404));
      stranger.cancel(id).problem(404);
      operator.cancel(id).problem(403);
      assertEquals("CANCELLED", orders.cancel(id).expect(200).json().getString("status"));
      assertEquals("CANCELLED", orders.cancel(id).expect(200).json().getString("status"));
    }
    assertTrue(ids(orders.all(Optional.of("CANCELLED"), 500)).containsAll(placed));
    stranger.trader().get("api/orders?account_id=ACC-1002").problem(404);
  }

  @Test
  void theSameOrderSentAgainIsTheSameOrder() {
    JsonObject order = OrderClient.limit("BUY", "0.001", orders.price("0.5"));
    long id = OrderClient.id(orders.place(order).expect(201));
    assertEquals(id, OrderClient.id(orders.place(order).expect(200)));

    String other = order.toString().replace("\"BUY\"", "\"SELL\"");
    String refusal = trader.post("api/orders", other).problem(409);
    assertTrue(refusal.contains("which another order has"), refusal);
    orders.cancel(id).expect(200);
  }

  /** Fills go by the order of placement, and meet cancellations that begin with the newest. */
  @Test
  void anOrderThatIsCancelledWhileItFillsEndsOnce() {
    AccountBook before = AccountBook.read(trader);
    List<Long> placed =
        IntStream.range(0, 40)
            .mapToObj(i -> OrderClient.market(i % 2 == 0 ? "BUY" : "SELL", "0.00" + (1 + i % 9)))
            .map(order -> OrderClient.id(orders.place(order).expect(201)))
            .sorted(Comparator.reverseOrder())
            .toList();
    orders.awaitEnd(placed.get(placed.size() - 1));
    List<JsonObject> ended = placed.stream().map(this::cancelledOrFilled).toList();
    AccountBook.read(trader).assertIs(before.after(ended));
  }

  private JsonObject cancelledOrFilled(long id) {
    int answer = orders.cancel(id).status();
    JsonObject order = orders.get(id).expect(200).json();
    assertEquals(answer == 409 ? "FILLED" : "CANCELLED", order.getString("status"));
    return order;
  }

  /** Each order alone has the buying power it takes, two have not. */
  @Test
  void ordersAtOnceNeverOverdraw() {
    BigDecimal power = number(trader.get("api/account/balance"), "buying_power");
    String quantity =
        power
            .multiply(new BigDecimal("0.6"))
            .divide(orders.price("1"), 4, RoundingMode.DOWN)
            .toPlainString();
    List<CompletableFuture<Answer>> sent =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            orders.place(OrderClient.limit("BUY", quantity, orders.price("0.5")))))
            .toList();
    List<JsonObject> placed =
        sent.stream().map(answer -> answer.join().expect(201).json()).toList();

    List<JsonObject> open =
        placed.stream().filter(order -> order.getString("status").equals("OPEN")).toList();
    ids(open).forEach(id -> orders.cancel(id).expect(200));
    assertEquals(1, open.size(), placed::toString);
    assertEquals(
        11,
        placed.stream()
            .filter(order -> order.getString("reason", "").contains("buying power is short"))
            .count());
  }

  private static BigDecimal quantity(Received frame) {
    return frame
        .data()
        .getJsonArray("positions")
        .getJsonObject(0)
        .getJsonNumber("quantity")
        .bigDecimalValue();
  }

  private static BigDecimal number(Answer answer, String name) {
    return answer.expect(200).json().getJsonNumber(name).bigDecimalValue();
  }

  private static List<Long> ids(List<JsonObject> orders) {
    return orders.stream().map(order -> order.getJsonNumber("order_id").longValueExact()).toList();
  }
}
