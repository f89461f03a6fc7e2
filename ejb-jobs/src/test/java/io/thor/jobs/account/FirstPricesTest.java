package io.thor.jobs.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.jobs.FakeClock;
import io.thor.jobs.intraday.FeedsTakenOver;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FirstPricesTest {

  private final FakeClock clock = new FakeClock();
  private final FirstPrices prices = new FirstPrices();

  FirstPricesTest() {
    prices.clock = clock;
    prices.begin();
  }

  @Test
  void areKnownOnceTheFeedsAreTakenOver() {
    assertFalse(prices.areKnown());

    prices.feedsAreTakenOver(new FeedsTakenOver());

    assertTrue(prices.areKnown());
  }

  @Test
  void areNotWaitedForWithoutEnd() {
    clock.turn(FirstPrices.PATIENCE.minus(Duration.ofMillis(1)));
    assertFalse(prices.areKnown());

    clock.turn(Duration.ofMillis(1));
    assertTrue(prices.areKnown());
  }
}
