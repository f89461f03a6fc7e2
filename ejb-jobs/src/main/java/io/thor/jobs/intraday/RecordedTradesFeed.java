package io.thor.jobs.intraday;

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

/** Plays the recorded trades of the demonstration market against today's clock. */
@ApplicationScoped
public class RecordedTradesFeed implements TradeFeed {

  /** The recording has quiet minutes, so its pulse counts, not the age of a trade. */
  private static final Duration STALE_AFTER = Duration.ofSeconds(5);

  @Inject Feeds feeds;

  private RecordedDays recording;

  @PostConstruct
  void open() {
    recording = BitstampRecording.days();
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
