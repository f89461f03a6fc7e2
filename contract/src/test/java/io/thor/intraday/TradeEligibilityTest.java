package io.thor.intraday;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TradeEligibilityTest {

  private static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");

  @Test
  void countsEveryTradeByDefault() {
    assertEquals(Acceptance.ON_TIME, accept(TradeEligibility.ALL, Set.of("T", "W")));
  }

  @Test
  void leavesOutWhatIsNotOfTheRegularMarket() {
    assertEquals(Acceptance.INELIGIBLE, accept(TradeEligibility.US_REGULAR, Set.of("@", "T")));
    assertEquals(Acceptance.INELIGIBLE, accept(TradeEligibility.US_REGULAR, Set.of("7")));
    assertEquals(Acceptance.ON_TIME, accept(TradeEligibility.US_REGULAR, Set.of("@", "F", "I")));
    assertEquals(Acceptance.ON_TIME, accept(TradeEligibility.US_REGULAR, Set.of()));
  }

  private static Acceptance accept(TradeEligibility policy, Set<String> conditions) {
    BarRules rules =
        new BarRules(Duration.ofSeconds(2), Duration.ofHours(2), SessionRule.UTC_DAY, policy);
    return new BarEngine("AAPL", rules)
        .accept(new Trade("AAPL", NOW, 1, BigDecimal.TEN, BigDecimal.ONE, conditions));
  }
}
