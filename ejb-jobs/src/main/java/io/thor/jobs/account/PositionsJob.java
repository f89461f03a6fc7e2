package io.thor.jobs.account;

import io.thor.account.AccountPositions;
import io.thor.jobs.Job;
import io.thor.jobs.intraday.FeedsTakenOver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** Marks all positions, for the first time as soon as there are prices. */
@ApplicationScoped
public class PositionsJob implements Job {

  @Inject AccountPositions positions;
  @Inject FirstPrices prices;

  @Override
  public String name() {
    return "positions";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    if (prices.areKnown()) {
      positions.remarkAll();
    }
  }

  void feedsAreTakenOver(@Observes FeedsTakenOver event) {
    run();
  }
}
