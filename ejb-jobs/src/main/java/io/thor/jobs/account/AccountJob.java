package io.thor.jobs.account;

import io.thor.jobs.Job;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A job that prices accounts, for the first time as soon as there are prices. */
public abstract class AccountJob implements Job {

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  @Inject FirstPrices prices;
  @Inject Clock clock;

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    if (!clock.instant().isBefore(prices.knownAt())) {
      price();
    }
  }

  @Override
  public Optional<Instant> wakeAt() {
    return Optional.of(prices.knownAt());
  }

  /** Prices all accounts. */
  abstract void price();
}
