package io.thor.jobs.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.jobs.FakeClock;
import io.thor.jobs.intraday.FeedsTakenOver;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountJobTest {

  private final FakeClock clock = new FakeClock();
  private final FirstPrices prices = new FirstPrices();
  private final AccountJob job = new Counting();
  private int priced;

  /** Counts its turns. */
  private final class Counting extends AccountJob {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    void price() {
      priced++;
    }
  }

  AccountJobTest() {
    prices.clock = clock;
    prices.begin();
    job.prices = prices;
    job.clock = clock;
  }

  @Test
  void runsAtOnceWhenTheFeedsAreTakenOver() {
    clock.turn(Duration.ofSeconds(3));
    job.run();
    assertEquals(0, priced);

    prices.feedsAreTakenOver(new FeedsTakenOver());
    assertEquals(Optional.of(clock.instant()), job.wakeAt());
    job.run();

    assertEquals(1, priced);
  }

  @Test
  void doesNotWaitForFeedsWithoutEnd() {
    assertEquals(Optional.of(clock.instant().plus(FirstPrices.PATIENCE)), job.wakeAt());
    clock.turn(FirstPrices.PATIENCE.minus(Duration.ofMillis(1)));
    job.run();
    assertEquals(0, priced);

    clock.turn(Duration.ofMillis(1));
    job.run();
    assertEquals(1, priced);
  }

  @Test
  void aLateTakeOverTakesNothingBack() {
    clock.turn(FirstPrices.PATIENCE.plus(Duration.ofSeconds(1)));
    prices.feedsAreTakenOver(new FeedsTakenOver());

    job.run();
    assertEquals(1, priced);
  }
}
