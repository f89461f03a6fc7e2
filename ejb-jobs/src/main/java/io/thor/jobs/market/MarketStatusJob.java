package io.thor.jobs.market;

import io.thor.jobs.Job;
import io.thor.market.CalendarOverrides;
import io.thor.market.MarketStatuses;
import io.thor.market.Markets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at all markets, and at each at its next transition. */
@ApplicationScoped
public class MarketStatusJob implements Job {

  @Inject MarketStatuses statuses;
  @Inject CalendarOverrides overrides;
  @Inject Markets markets;

  private volatile Optional<Instant> next = Optional.empty();
  private volatile int version;

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
    // Else what another node has just changed would be changed back.
    overrides.load();
    statuses.refreshAll();
    arm();
  }

  private void arm() {
    version = markets.version();
    next = statuses.nextTransition();
  }

  /** A changed calendar may have another next transition. */
  @Override
  public Optional<Instant> wakeAt() {
    if (version != markets.version()) {
      arm();
    }
    return next;
  }
}
