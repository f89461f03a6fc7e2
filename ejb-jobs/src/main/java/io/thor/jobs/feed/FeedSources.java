package io.thor.jobs.feed;

import io.thor.account.Instruments;
import io.thor.config.Profile;
import io.thor.config.Settings;
import io.thor.feed.Feeds;
import io.thor.feed.MarketFeed;
import io.thor.intraday.BitstampRecording;
import io.thor.intraday.IntradayTape;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The feeds that this installation's configuration chooses, and any other bean of the type {@link
 * FeedSource}, each kept alive by a session.
 */
@ApplicationScoped
public class FeedSources {

  private static final int MOST_HOURS_AHEAD = 24 * BitstampRecording.FULL_DAYS - 1;

  @Inject @Any Instance<FeedSource> others;
  @Inject Feeds feeds;
  @Inject Settings settings;
  @Inject IntradayTape tape;
  @Inject Instruments instruments;
  @Inject Database database;
  @Inject Clock clock;

  /** Opens the chosen feeds; meant to be called once. */
  public List<FeedSession> open() {
    List<FeedSource> sources = new ArrayList<>();
    others.forEach(sources::add);
    if (MarketFeed.REPLAY.isChosen(settings)) {
      ReplaySettings.of(settings)
          .ifPresentOrElse(
              file -> sources.add(new CsvReplaySource(file, this::symbols, tape, feeds, clock)),
              () -> addRecording(sources));
    }
    FeedTimes times = FeedTimes.of(settings);
    if (MarketFeed.TCP.isChosen(settings)) {
      TcpSettings venue = TcpSettings.of(settings, times.stale());
      sources.add(new TcpFeedSource(venue, this::symbols, tape::takenTo, feeds, clock));
    }
    return sources.stream()
        .map(source -> new FeedSession(source, feeds, times, clock, new SecureRandom()))
        .toList();
  }

  /** Without the demonstration's profile there is no instrument for the recorded trades. */
  private void addRecording(List<FeedSource> sources) {
    if (Profile.of(settings) == Profile.DEMO) {
      int hours = settings.wholeNumber("thor.feed.replay.hours-ahead", 0, 0, MOST_HOURS_AHEAD);
      sources.add(
          new RecordedDaysSource(BitstampRecording.days().ahead(Duration.ofHours(hours)), tape));
    }
  }

  private Set<String> symbols() {
    return database.inNewTransaction(() -> Set.copyOf(instruments.symbols()));
  }
}
