package io.thor.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreRuleTest {

  private static final Instant END = Instant.parse("2027-01-31T00:00:00Z");

  @Test
  void hasAnOwnerAndAnEnd() {
    Instant until = Instant.parse("2026-01-06T00:00:00Z");

    assertEquals(
        "an ignore rule's owner is blank; every rule has one",
        assertThrows(
                IllegalArgumentException.class,
                () -> new IgnoreRule("positions", "pnl", " ", "rounding", until))
            .getMessage());
    assertThrows(
        NullPointerException.class,
        () -> new IgnoreRule("positions", "pnl", "operator1", "rounding", null));
  }

  @Test
  void isReadAsOperatorsWriteIt() {
    assertEquals(
        new IgnoreRule("positions", "pnl", "risk desk", "rounding: see T-12", END),
        IgnoreRule.parse(" positions.pnl until 2027-01-31 by risk desk: rounding: see T-12 "));
  }

  @Test
  void holdsForItsFieldUntilItsDayBegins() {
    IgnoreRule rule = IgnoreRule.parse("positions.pnl until 2027-01-31 by risk: rounding");

    assertTrue(rule.covers("positions", "/positions/BTC-USD/pnl", END.minusMillis(1)));
    assertFalse(rule.covers("positions", "/positions/BTC-USD/pnl", END));
    assertFalse(rule.covers("positions", "/positions/BTC-USD/quantity", END.minusMillis(1)));
    assertFalse(rule.covers("account_balance", "/pnl", END.minusMillis(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "positions.pnl",
        "positions.pnl until 2027-01-31",
        "positions.pnl until 2027-01-31 by risk",
        "positions.pnl until 2027-01-31 by risk:",
        "positions.pnl until 2027-01-31 by  : rounding",
        "positions.pnl until 2027-02-30 by risk: rounding",
        "positions until 2027-01-31 by risk: rounding",
        "positons.pnl until 2027-01-31 by risk: rounding",
        "positions.pnl until soon by risk: rounding"
      })
  void needsAnOwnerAReasonAndADate(String written) {
    assertThrows(IllegalArgumentException.class, () -> IgnoreRule.parse(written));
  }
}
