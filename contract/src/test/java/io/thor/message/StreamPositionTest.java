package io.thor.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamPositionTest {

  private static final Instant MOMENT = Instant.parse("2026-01-05T14:30:00.123999999Z");

  @Test
  void cutsItsMomentToMilliseconds() {
    assertEquals(
        Instant.parse("2026-01-05T14:30:00.123Z"), new StreamPosition("k7", 1, MOMENT).asOf());
  }

  @Test
  void countsFromOne() {
    assertEquals(1, new StreamPosition("k7", 1, MOMENT).seq());
    assertEquals(
        "seq must be at least 1, not 0",
        assertThrows(IllegalArgumentException.class, () -> new StreamPosition("k7", 0, MOMENT))
            .getMessage());
  }

  @Test
  void belongsToAnEpoch() {
    assertEquals(
        "epoch must not be blank",
        assertThrows(IllegalArgumentException.class, () -> new StreamPosition(" ", 1, MOMENT))
            .getMessage());
    assertEquals(
        "epoch",
        assertThrows(NullPointerException.class, () -> new StreamPosition(null, 1, MOMENT))
            .getMessage());
  }

  @Test
  void anAudienceIsEveryoneOrTheHoldersOfOneAccount() {
    assertTrue(Audience.EVERYONE.includes(Set.of()));
    assertTrue(Audience.holdersOf("A1").includes(Set.of("A1", "A2")));
    assertFalse(Audience.holdersOf("A1").includes(Set.of("A2")));
    assertFalse(Audience.holdersOf("A1").includes(Set.of()));
  }
}
