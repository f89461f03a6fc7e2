package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.time.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathAgesTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void tellsTheAgeOfTheNewestStateOfEachPath() {
    FakeClock clock = new FakeClock(NOON.toString());
    PathAges ages = new PathAges();
    ages.clock = clock;
    ages.handedOver("positions", RenderPath.WEBSOCKET, NOON);
    ages.handedOver("positions", RenderPath.WEBSOCKET, NOON.minusSeconds(9));
    ages.handedOver("positions", RenderPath.REST, NOON.minusSeconds(4));
    clock.turn(Duration.ofSeconds(2));

    assertEquals(
        Map.of(
            new PathAges.Path("positions", RenderPath.WEBSOCKET), Duration.ofSeconds(2),
            new PathAges.Path("positions", RenderPath.REST), Duration.ofSeconds(6)),
        ages.now());
  }
}
