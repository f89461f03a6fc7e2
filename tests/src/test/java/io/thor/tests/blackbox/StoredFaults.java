package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.tests.server.ThorServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;

/**
 * Writes to the database behind the server's back: REST alone reads what is stored, and what is
 * connected was sent something else.
 */
final class StoredFaults implements AutoCloseable {
  /**
   * What the bar's low is altered by, downwards: the bar stays one that can be. No recorded price
   * ends so; that of another bar would look torn.
   */
  private static final String ODD = "0.00137";

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String BALANCE = "account_balance:ACC-1001";

  private final TimedFault balance = new TimedFault(Fault.NONE);
  private final TimedFault bar = new TimedFault(Fault.NONE);
  private final ThorServer server;
  private final ThorClient trader;
  private final FrameStream stream;
  private long alteredBar;

  StoredFaults(ThorServer server) {
    this.server = server;
    trader = ThorClient.signIn(server, DemoUser.TRADER);
    stream = trader.open();
  }

  TimedFault balance() {
    return balance;
  }

  TimedFault bar() {
    return bar;
  }

  /** The balance has just been valued, so that what is written stays until the next valuation. */
  void write() {
    awaitBalance();
    balance.happens();
    update("UPDATE account_balance SET cash = cash + 0.01 WHERE account_id = 'ACC-1001'");
    alteredBar = lastBar();
    bar.happens();
    alterBar("-");
  }

  /** Restores the bar; the next valuation restores the balance. */
  void undo() {
    alterBar("+");
    awaitBalance();
  }

  private void awaitBalance() {
    stream.awaitNext(
        "a balance", LIMIT.plus(DemoMarket.untilAnotherPrice()), frame -> frame.on(BALANCE));
  }

  private long lastBar() {
    List<JsonObject> bars =
        trader
            .get("api/intraday/bars?limit=1&symbol=" + DemoMarket.SYMBOL)
            .expect(200)
            .json()
            .getJsonArray("bars")
            .getValuesAs(JsonObject.class);
    return bars.get(bars.size() - 1).getJsonNumber("seq").longValueExact();
  }

  private void alterBar(String sign) {
    update(
        "UPDATE intraday_bar SET low_price = low_price %s %s WHERE symbol = '%s' AND seq = %d"
            .formatted(sign, ODD, DemoMarket.SYMBOL, alteredBar));
  }

  private void update(String sql) {
    assertEquals(1, server.tamper(sql), sql);
  }

  @Override
  public void close() {
    stream.close();
  }
}
