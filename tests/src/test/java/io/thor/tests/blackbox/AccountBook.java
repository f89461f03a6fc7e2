package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.account.ContractTerms;
import io.thor.account.Execution;
import io.thor.account.Holding;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * Cash and bitcoins of a trader's only account, as REST tells them, or as fills make them by the
 * arithmetic alone.
 */
record AccountBook(BigDecimal cash, Holding bitcoins) {

  /** Must be called while nothing is filled: both are read one after the other. */
  static AccountBook read(ThorClient trader) {
    JsonObject position =
        trader.get("api/positions").expect(200).json().getJsonArray("positions").stream()
            .map(row -> row.asJsonObject())
            .filter(row -> row.getString("symbol").equals(DemoMarket.SYMBOL))
            .findFirst()
            .orElseThrow();
    Holding holding =
        new Holding(
            decimal(position, "quantity"),
            decimal(position, "entry_price"),
            decimal(position, "realized_pnl"));
    return new AccountBook(
        decimal(trader.get("api/account/balance").expect(200).json(), "cash"), holding);
  }

  /** What the filled ones among some orders make of this. */
  AccountBook after(List<JsonObject> orders) {
    List<JsonObject> filled =
        orders.stream()
            .filter(order -> order.getString("status").equals("FILLED"))
            .sorted(Comparator.comparingLong(AccountBook::fillId))
            .toList();
    assertEquals(filled.size(), filled.stream().mapToLong(AccountBook::fillId).distinct().count());
    AccountBook book = this;
    for (JsonObject order : filled) {
      Execution.Booking booking = execution(order).bookedTo(book.bitcoins);
      book = new AccountBook(book.cash.add(booking.cashEffect()), booking.holding());
    }
    return book;
  }

  void assertIs(AccountBook expected) {
    assertSame("cash", expected.cash, cash);
    assertSame("quantity", expected.bitcoins.quantity(), bitcoins.quantity());
    assertSame("average cost", expected.bitcoins.averageCost(), bitcoins.averageCost());
    assertSame("realized PnL", expected.bitcoins.realizedPnl(), bitcoins.realizedPnl());
  }

  private static void assertSame(String what, BigDecimal expected, BigDecimal actual) {
    assertEquals(0, expected.compareTo(actual), () -> what + " is " + actual + ", not " + expected);
  }

  private static Execution execution(JsonObject order) {
    BigDecimal quantity = decimal(order, "quantity");
    BigDecimal signed = order.getString("side").equals("BUY") ? quantity : quantity.negate();
    return new Execution(signed, decimal(order, "fill_price"), ContractTerms.inFull());
  }

  private static long fillId(JsonObject order) {
    return order.getJsonNumber("fill_id").longValueExact();
  }

  private static BigDecimal decimal(JsonObject from, String name) {
    return from.getJsonNumber(name).bigDecimalValue();
  }
}
