package io.thor.jobs.account;

import io.thor.jobs.intraday.FeedsTakenOver;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps accounts from being marked to prices of hours ago, while a node that has just started takes
 * over what the feeds have. It does not wait forever: a feed may be gone for good.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class FirstPrices {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Clock clock;

  private volatile Instant knownAt;

  @PostConstruct
  void begin() {
    knownAt = clock.instant().plus(PATIENCE);
  }

  void feedsAreTakenOver(@Observes FeedsTakenOver event) {
    Instant now = clock.instant();
    knownAt = now.isBefore(knownAt) ? now : knownAt;
  }

  /** From when on accounts may be marked; it may come nearer. */
  Instant knownAt() {
    return knownAt;
  }
}
