package io.thor.jobs.intraday;

import io.thor.config.Settings;
import io.thor.feed.Feeds;
import io.thor.intraday.BitstampRecording;
import io.thor.intraday.RecordedDays;
import io.thor.intraday.Trade;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Plays the recorded trades of the demonstration market against today's clock, or {@code
 * thor.feed.replay.hours-ahead} of it: some hours of the recording are busy, others quiet.
 */
@ApplicationScoped
public class RecordedTradesFeed implements TradeFeed {

  /** The recording has quiet minutes, so its pulse counts, not the age of a trade. */
  private static final Duration STALE_AFTER = Duration.ofSeconds(5);

  private static final int MOST_HOURS_AHEAD = 24 * BitstampRecording.FULL_DAYS - 1;

  @Inject Feeds feeds;
  @Inject Settings settings;

  private RecordedDays recording;

  @PostConstruct
  void open() {
    int hours = settings.wholeNumber("thor.feed.replay.hours-ahead", 0, 0, MOST_HOURS_AHEAD);
    recording = BitstampRecording.days().ahead(Duration.ofHours(hours));
    feeds.register(name(), STALE_AFTER);
  }

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String symbol() {
    return recording.symbol();
  }

  @Override
  public List<Trade> between(Instant fromInclusive, Instant toExclusive) {
    List<Trade> trades = recording.between(fromInclusive, toExclusive);
    feeds.heard(name());
    return trades;
  }
}
