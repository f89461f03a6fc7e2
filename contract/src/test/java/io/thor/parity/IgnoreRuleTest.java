package io.thor.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IgnoreRuleTest {

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
}
