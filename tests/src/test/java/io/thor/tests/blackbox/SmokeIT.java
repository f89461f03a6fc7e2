package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shortest proof that a server and a database can carry Thor. */
@Tag("smoke")
class SmokeIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static ThorServer server;

  @BeforeAll
  static void deploy() {
    server = ThorServers.start(SharedServer.SETTINGS, SharedServer.ENVIRONMENT);
  }

  @AfterAll
  static void close() {
    Optional.ofNullable(server).ifPresent(ThorServer::close);
  }

  @Test
  void refusesStrangers() {
    ThorClient.nobody(server).get("api/accounts").problem(401);
    assertEquals(401, ThorClient.nobody(server).refusedHandshake());
  }

  @Test
  void sendsEveryMessageType() {
    try (FrameStream stream = ThorClient.signIn(server, DemoUser.TRADER).open()) {
      TopicsOf.demonstrationTypes().forEach(type -> Arrivals.awaitType(stream, type));
      Arrivals.awaitBar(stream, true);
      Arrivals.awaitBar(stream, false);
    }
  }

  @Test
  void answersByRestWhatItPushes() {
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    TopicsOf.awaitAll(trader);
    try (FrameStream stream = trader.open()) {
      TwoPaths paths = new TwoPaths(trader, stream);
      paths.assertEqual("api/account/balance", "account_balance:ACC-1001", 1, () -> LIMIT);
      paths.assertEqual("api/positions", "positions:ACC-1001", 1, () -> LIMIT);
      paths.assertEqual("api/intraday/vwap?symbol=BTC-USD", "vwap:BTC-USD", 1, () -> LIMIT);
      paths.assertEqual("api/market/status/XNYS", "market_status:XNYS", 1, () -> LIMIT);
      paths.assertBarsEqual(1);
    }
  }

  @Test
  void fillsAnOrder() {
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    TopicsOf.awaitAll(trader);
    AccountBook before = AccountBook.read(trader);
    OrderClient orders = new OrderClient(trader);
    long id = OrderClient.id(orders.place(OrderClient.market("SELL", "0.015")).expect(201));
    JsonObject filled = orders.awaitEnd(id);
    assertEquals("FILLED", filled.getString("status"), filled::toString);
    AccountBook.read(trader).assertIs(before.after(List.of(filled)));
  }

  @Test
  void keepsItsDataOverAKill() {
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    TopicsOf.awaitAll(trader);
    Ledger before = Ledger.read(trader);
    server.kill();
    server.start();
    before.assertSurvivedIn(Ledger.read(trader));
  }
}
