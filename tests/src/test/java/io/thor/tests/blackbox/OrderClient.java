package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.jsonp.Jsonp;
import io.thor.tests.server.Await;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders bitcoins for a trader who has one account. */
record OrderClient(ThorClient trader) {
  private static final String ORDERS = "api/orders";

  /** An order under a name of its own. */
  static JsonObject market(String side, String quantity) {
    return order(side, "MARKET", quantity).build();
  }

  static JsonObject limit(String side, String quantity, BigDecimal price) {
    return order(side, "LIMIT", quantity).add("limit_price", price).build();
  }

  private static JsonObjectBuilder order(String side, String type, String quantity) {
    return Jsonp.object()
        .add("client_order_id", UUID.randomUUID().toString())
        .add("symbol", DemoMarket.SYMBOL)
        .add("side", side)
        .add("type", type)
        .add("quantity", new BigDecimal(quantity));
  }

  Answer place(JsonObject order) {
    return trader.post(ORDERS, order.toString());
  }

  Answer get(long id) {
    return trader.get(ORDERS + "/" + id);
  }

  Answer cancel(long id) {
    return trader.delete(ORDERS + "/" + id);
  }

  /** The order once it is not open any more. */
  JsonObject awaitEnd(long id) {
    assertTrue(
        Await.until(() -> !get(id).json().getString("status").equals("OPEN"), untilFill()),
        () -> "still open: " + get(id).body());
    return get(id).expect(200).json();
  }

  /** All orders of a status, or of any, the newest first, page by page. */
  List<JsonObject> all(Optional<String> status, int pageSize) {
    String query =
        ORDERS + "?limit=" + pageSize + status.map(wanted -> "&status=" + wanted).orElse("");
    List<JsonObject> all = new ArrayList<>();
    Optional<String> next = Optional.of(query);
    while (next.isPresent()) {
      JsonObject page = trader.get(next.get()).expect(200).json();
      page.getJsonArray("orders").stream().map(JsonValue::asJsonObject).forEach(all::add);
      next =
          Optional.ofNullable(page.getJsonNumber("next_before"))
              .map(before -> query + "&before=" + before);
    }
    return all;
  }

  /** The last price times a factor, in cents. */
  BigDecimal price(String times) {
    BigDecimal last =
        trader
            .get("api/positions")
            .expect(200)
            .json()
            .getJsonArray("positions")
            .getJsonObject(0)
            .getJsonNumber("current_price")
            .bigDecimalValue();
    return last.multiply(new BigDecimal(times)).setScale(2, RoundingMode.DOWN);
  }

  static long id(Answer placed) {
    return placed.json().getJsonNumber("order_id").longValueExact();
  }

  /** How long the next trades may be away. */
  static Duration untilFill() {
    return DemoMarket.untilTrades(5);
  }
}
