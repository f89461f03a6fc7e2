package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.jsonp.Jsonp;
import io.thor.tests.server.Await;
import io.thor.tests.server.ThorServer;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A trader who orders at market and at limits, takes orders back, and starts the browser anew after
 * every round: it comes as a full client that goes on where the bars stood. Every other time it
 * ends without a word, as a browser that is killed.
 */
final class RestlessTrader implements Runnable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int PAGE = 500;
  private static final int ROUNDS_AT_LEAST = 2;
  private static final String BARS = "intraday_bar:" + DemoMarket.SYMBOL;
  private static final String HELLO = "{\"type\":\"hello\",\"data\":{\"protocol\":1}}";
  private static final String SUBSCRIBE =
      "{\"type\":\"subscribe\",\"data\":{\"topics\":[{\"topic\":\"account_balance:*\"},"
          + "{\"topic\":\"positions:*\"},{\"topic\":\"vwap:*\"},{\"topic\":\"forming_bar:*\"},"
          + "{\"topic\":\"market_status:*\"},%s]}}";

  private final ThorServer server;
  private final DemoUser user;
  private final BooleanSupplier end;
  private final Set<Long> toBeFilled = new HashSet<>();
  private String bars = "{\"topic\":\"" + BARS + "\"}";

  /**
   * A trader who has not begun.
   *
   * @param end whether to stop, asked after each round
   */
  RestlessTrader(ThorServer server, DemoUser user, BooleanSupplier end) {
    this.server = server;
    this.user = user;
    this.end = end;
  }

  /** Goes on until the end, and then until all that was ordered is filled. */
  @Override
  public void run() {
    awaitHoldings(ThorClient.signIn(server, user));
    int rounds = 0;
    while (rounds < ROUNDS_AT_LEAST || !end.getAsBoolean()) {
      rounds++;
      ThorClient trader = ThorClient.signIn(server, user);
      try (FrameStream browser = trader.open()) {
        follow(browser);
        order(new OrderClient(trader), rounds % 2 == 0 ? "SELL" : "BUY");
        browser.awaitNext("a heartbeat", LIMIT, frame -> frame.is("heartbeat"));
        if (rounds % 2 == 0) {
          browser.cut();
        }
      }
    }
    assertAllAreFilled(new OrderClient(ThorClient.signIn(server, user)));
  }

  /** Orders name a price, and that is the one at which the holdings are valued. */
  private static void awaitHoldings(ThorClient trader) {
    assertTrue(
        Await.until(() -> trader.get("api/positions").status() == 200, LIMIT),
        () -> trader.get("api/positions").body());
  }

  private void follow(FrameStream browser) {
    browser.send(HELLO);
    browser.send(SUBSCRIBE.formatted(bars));
    JsonObject topics =
        browser.await("the subscription", LIMIT, frame -> frame.is("subscribed")).data();
    assertTrue(topics.getJsonArray("rejected").isEmpty(), topics::toString);
    topics.getJsonArray("topics").getValuesAs(JsonObject.class).stream()
        .filter(topic -> topic.getString("topic").equals(BARS))
        .forEach(topic -> bars = position(topic).toString());
  }

  private static JsonObject position(JsonObject subscribed) {
    return Jsonp.object()
        .add("topic", subscribed.getString("topic"))
        .add("epoch", subscribed.getString("epoch"))
        .add("seq", subscribed.getJsonNumber("seq"))
        .build();
  }

  /** What one round buys the next one sells. */
  private void order(OrderClient orders, String side) {
    BigDecimal reached = orders.price(side.equals("BUY") ? "1.05" : "0.95");
    List<JsonObject> soon =
        List.of(OrderClient.market(side, "0.011"), OrderClient.limit(side, "0.007", reached));
    soon.forEach(order -> toBeFilled.add(OrderClient.id(orders.place(order).expect(201))));
    JsonObject never = OrderClient.limit("BUY", "0.002", orders.price("0.5"));
    orders.cancel(OrderClient.id(orders.place(never).expect(201))).expect(200);
  }

  private void assertAllAreFilled(OrderClient orders) {
    assertTrue(
        Await.until(() -> orders.all(Optional.of("OPEN"), PAGE).isEmpty(), OrderClient.untilFill()),
        () -> "still open: " + orders.all(Optional.of("OPEN"), PAGE));
    Set<Long> filled = new HashSet<>();
    orders
        .all(Optional.of("FILLED"), PAGE)
        .forEach(order -> filled.add(order.getJsonNumber("order_id").longValueExact()));
    assertEquals(toBeFilled, filled);
  }
}
