package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders and questions about them that are refused, so that the account stays as it is. */
@ExtendWith(SharedServer.class)
class OrderRefusalsIT {
  private final ThorClient trader;
  private final OrderClient orders;

  OrderRefusalsIT(ThorServer server) {
    trader = ThorClient.signIn(server, DemoUser.TRADER2);
    orders = new OrderClient(trader);
    TopicsOf.awaitAll(trader);
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"BUY\" | \"buy\" | side is 'buy'; give BUY or SELL",
        "\"LIMIT\" | \"STOP\" | type is 'STOP'; give MARKET or LIMIT",
        "\"LIMIT\" | \"MARKET\" | give none, or LIMIT as type",
        "BTC-USD | BTC-EUR | symbol is 'BTC-EUR'; give one of those that GET /api/symbols lists",
        "0.001 | 0 | quantity is '0'; give a number above 0",
        "0.001 | -1 | quantity is '-1'; give a number above 0",
        "0.001 | 1e99 | quantity is '1E+99'; give a number above 0, at most 1000000",
        "0.001 | \"1\" | give a number, without quotation marks",
        "\"quantity\" | \"qty\" | quantity is missing",
        "\"side\" | \"s\" | side is missing",
        "\"client_order_id\" | \"id\" | client_order_id is missing",
        "0.001 | 1e99999999999 | a JSON object that can be read is missing",
        "BTC-USD | \\u0000 | symbol is missing",
        "\"client_order_id\":\" | \"client_order_id\":\"/ | give 1 to 64 letters",
      })
  void aWrongFieldIsNamedWithTheRemedy(String right, String wrong, String remedy) {
    String order = OrderClient.limit("BUY", "0.001", orders.price("0.5")).toString();
    String refusal = trader.post("api/orders", order.replace(right, wrong)).problem(400);
    assertTrue(refusal.contains(remedy), refusal);
  }

  @Test
  void aForeignAccountIsNotThere() {
    String order = OrderClient.market("BUY", "1").toString();
    String foreign = order.replaceFirst("\\{", "{\"account_id\":\"ACC-1001\",");
    assertEquals("there is no account 'ACC-1001'", trader.post("api/orders", foreign).problem(404));
  }

  @Test
  void aLimitFarThroughTheMarketIsRejected() {
    JsonObject rejected =
        orders.place(OrderClient.limit("BUY", "0.001", orders.price("1.2"))).expect(201).json();
    assertEquals("REJECTED", rejected.getString("status"));
    assertTrue(rejected.getString("reason").contains("beyond the last price"), rejected::toString);
  }

  @Test
  void aNumberOfTooManyDigitsIsRefused() {
    String order = OrderClient.market("BUY", "1").toString();
    String endless = order.replace("\"quantity\":1", "\"quantity\":" + "1".repeat(2000));
    trader.post("api/orders", endless).problem(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=501",
        "limit=99999999999999999999",
        "limit=x",
        "before=-1",
        "before=99999999999999999999",
        "before=x",
        "status=open"
      })
  void aPageThatCannotBeIsRefused(String query) {
    String name = query.substring(0, query.indexOf('='));
    String refusal = trader.get("api/orders?" + query).problem(400);
    assertTrue(refusal.startsWith(name + " is '"), refusal);
  }

  @Test
  void thereIsNothingBehindTheLastPage() {
    JsonObject page = trader.get("api/orders?before=0").expect(200).json();
    assertEquals("[]", page.get("orders").toString());
    assertFalse(page.containsKey("next_before"), page::toString);
    trader.get("api/orders?before=" + Long.MAX_VALUE).expect(200);
    trader.get("api/orders/99999999999999999999").problem(404);
  }
}
