package io.thor.intraday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RecordsTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private static void assertRefused(String message, Executable attempt) {
    String actual = assertThrows(IllegalArgumentException.class, attempt).getMessage();
    assertTrue(actual.contains(message), actual);
  }

  private static Bar bar(Instant minute, String open, String low, long trades, int revision) {
    BarSources sources = new BarSources(minute, 1, minute, 2, SequenceSet.parse("1-2"));
    return new Bar(
        "BTC-USD",
        minute,
        new BigDecimal(open),
        new BigDecimal("12"),
        new BigDecimal(low),
        new BigDecimal("11"),
        new BigDecimal("3"),
        new BigDecimal("32"),
        trades,
        revision,
        sources);
  }

  @Test
  void aTradeHasSymbolPriceAndQuantity() {
    assertRefused("symbol", () -> new Trade(" ", NOON, 1, BigDecimal.ONE, BigDecimal.ONE));
    assertRefused(
        "price must be above zero, not 0", () -> Given.trade("2026-01-05T12:00:00Z", 1, "0", "1"));
    assertRefused(
        "quantity must not be negative, but is -1",
        () -> Given.trade("2026-01-05T12:00:00Z", 1, "1", "-1"));
  }

  @Test
  void aBarIsDividedOnceHalfUp() {
    assertEquals("10.6666666667", bar(NOON, "10", "9", 2, 0).vwap().toPlainString());
  }

  @Test
  void aBarIsPossible() {
    assertRefused("start of a minute", () -> bar(NOON.plusSeconds(1), "10", "9", 2, 0));
    assertRefused("must lie in 9..12", () -> bar(NOON, "13", "9", 2, 0));
    assertRefused("low must be above zero", () -> bar(NOON, "10", "0", 2, 0));
    assertRefused("trades is 3", () -> bar(NOON, "10", "9", 3, 0));
    assertRefused("revision", () -> bar(NOON, "10", "9", 2, -1));
  }

  @Test
  void sourcesContainTheirFirstAndLastTrade() {
    assertRefused("must contain", () -> new BarSources(NOON, 1, NOON, 3, SequenceSet.parse("1-2")));
  }

  @Test
  void rulesAreNotNegative() {
    Duration negative = Duration.ofSeconds(-1);
    assertRefused("grace", () -> new BarRules(negative, Duration.ZERO, SessionRule.UTC_DAY));
    assertRefused(
        "correctionWindow", () -> new BarRules(Duration.ZERO, negative, SessionRule.UTC_DAY));
    assertEquals(
        Duration.ofHours(2), BarRules.withDefaults(SessionRule.UTC_DAY).correctionWindow());
  }
}
