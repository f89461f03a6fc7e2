package io.thor.jobs.account;

import io.thor.jobs.intraday.FeedsTakenOver;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
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
  private static final int BEFORE_JOBS = 1;

  @Inject Clock clock;

  private Instant since;
  private volatile boolean known;

  @PostConstruct
  void begin() {
    since = clock.instant();
  }

  void feedsAreTakenOver(@Observes @Priority(BEFORE_JOBS) FeedsTakenOver event) {
    known = true;
  }

  /** Whether accounts may be marked. */
  boolean areKnown() {
    return known || Duration.between(since, clock.instant()).compareTo(PATIENCE) >= 0;
  }
}
