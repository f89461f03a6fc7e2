package io.thor.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTokenTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final SessionToken token =
      new SessionToken("hash", new TokenId("t1"), "trader", NOW.plus(Duration.ofMinutes(40)));

  @Test
  void endsUnlessItIsRefreshed() {
    token.extend(NOW, QUARTER);
    assertTrue(token.validAt(NOW.plus(QUARTER).minusMillis(1)));
    assertFalse(token.validAt(NOW.plus(QUARTER)));

    token.extend(NOW.plusSeconds(600), QUARTER);
    assertTrue(token.validAt(NOW.plus(QUARTER)));
  }

  @Test
  void nothingMovesItsLastEnd() {
    token.extend(NOW.plus(Duration.ofMinutes(39)), QUARTER);

    assertEquals(NOW.plus(Duration.ofMinutes(40)), token.expires());
  }
}
