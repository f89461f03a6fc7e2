package io.thor.jobs.market;

import io.thor.jobs.Job;
import io.thor.market.MarketStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at all markets, and at each at its next transition. */
@ApplicationScoped
public class MarketStatusJob implements Job {

  @Inject MarketStatuses statuses;

  private volatile Optional<Instant> next = Optional.empty();

  @Override
  public String name() {
    return "market-status";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    statuses.refreshAll();
    next = statuses.nextTransition();
  }

  @Override
  public Optional<Instant> wakeAt() {
    return next;
  }
}
