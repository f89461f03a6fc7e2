package io.thor.jobs.intraday;

import io.thor.config.Profile;
import io.thor.config.Settings;
import io.thor.feed.MarketFeed;
import io.thor.intraday.IntradayTape;
import io.thor.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Takes over the feed's trades. At the first start it fills in what today's session has traded so
 * far, and after a stop what it missed, an hour at a step.
 */
@ApplicationScoped
public class IntradayJob implements Job {

  private static final Duration STEP = Duration.ofHours(1);

  /** After a longer stop today's session is begun anew. */
  private static final Duration LONGEST_GAP = Duration.ofDays(1);

  /** How far back a step looks again for trades that came late. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  @Inject RecordedTradesFeed feed;
  @Inject IntradayTape tape;
  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "intraday";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  /** Without the demonstration's recording there is no trade to take. */
  @Override
  public void run() {
    if (Profile.of(settings) == Profile.DEMO && MarketFeed.of(settings) == MarketFeed.REPLAY) {
      takeOver(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
  }

  private void takeOver(Instant now) {
    Instant today = now.truncatedTo(ChronoUnit.DAYS);
    Instant from = tape.takenTo(feed.symbol()).filter(taken -> taken.isAfter(today)).orElse(today);
    while (from.isBefore(now)) {
      Instant to = from.plus(STEP).isBefore(now) ? from.plus(STEP) : now;
      tape.take(feed.symbol(), feed.between(from.minus(OVERLAP), to), to);
      from = to;
    }
  }
}
