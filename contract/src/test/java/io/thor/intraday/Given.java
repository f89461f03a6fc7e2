package io.thor.intraday;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Short words for the trades and rules of these tests. */
final class Given {

  static final String SYMBOL = "BTC-USD";

  private Given() {}

  static Trade trade(String time, long sequence, String price, String quantity) {
    return new Trade(
        SYMBOL, Instant.parse(time), sequence, new BigDecimal(price), new BigDecimal(quantity));
  }

  static BarRules rules(Duration grace) {
    return new BarRules(grace, Duration.ofHours(2), SessionRule.UTC_DAY);
  }
}
