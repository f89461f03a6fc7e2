package io.thor.tests.blackbox;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
@Order(3)
class RestEqualsPushIT {
  private static final int PAIRS = 3;

  /** A trade at the same price changes no position, so wait for some. */
  private static final int TRADES_TO_A_CHANGE = 20;

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final ThorClient trader;

  RestEqualsPushIT(ThorServer server) {
    trader = ThorClient.signIn(server, DemoUser.TRADER);
    TopicsOf.awaitAll(trader);
  }

  @ParameterizedTest
  @CsvSource({
    "api/account/balance,                account_balance:ACC-1001",
    "api/positions?account_id=ACC-1001,  positions:ACC-1001",
    "api/intraday/vwap?symbol=BTC-USD,   vwap:BTC-USD"
  })
  void movingStatesAreEqual(String route, String topic) {
    try (FrameStream stream = trader.open()) {
      new TwoPaths(trader, stream)
          .assertEqual(route, topic, PAIRS, () -> DemoMarket.untilTrades(TRADES_TO_A_CHANGE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"XNYS", "XMEX", "XTKS", "CMES", "BITSTAMP"})
  void marketsAreEqual(String market) {
    try (FrameStream stream = trader.open()) {
      new TwoPaths(trader, stream)
          .assertEqual("api/market/status/" + market, "market_status:" + market, 1, () -> LIMIT);
    }
  }

  @Test
  void barsAreEqual() {
    try (FrameStream stream = trader.open()) {
      new TwoPaths(trader, stream).assertBarsEqual(2);
    }
  }
}
