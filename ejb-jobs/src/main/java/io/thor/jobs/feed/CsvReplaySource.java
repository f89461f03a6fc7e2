package io.thor.jobs.feed;

import io.thor.feed.Feeds;
import io.thor.intraday.IntradayTape;
import io.thor.replay.TradeFile;
import io.thor.replay.TradeFileRules;
import io.thor.replay.TradeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Replays a file of trades. Messages are numbered by the rows that make trades; it goes on where it
 * was lost, for it reads the file again from the beginning.
 */
final class CsvReplaySource implements FeedSource {

  private final ReplaySettings settings;
  private final Supplier<Set<String>> symbols;
  private final IntradayTape tape;
  private final RejectedMessages rejected;
  private final Clock clock;
  private Optional<ReplayPace> pace = Optional.empty();

  /** Makes a source that has not begun. */
  CsvReplaySource(
      ReplaySettings settings,
      Supplier<Set<String>> symbols,
      IntradayTape tape,
      Feeds feeds,
      Clock clock) {
    this.settings = settings;
    this.symbols = symbols;
    this.tape = tape;
    rejected = new RejectedMessages(name(), feeds, clock);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public FeedConnection connect(FeedListener listener, long next) throws IOException {
    TradeFileRules rules = new TradeFileRules(Optional.empty(), Optional.of(symbols.get()), clock);
    boolean again = pace.isPresent();
    TradeFile file =
        TradeFile.open(
            Files.newInputStream(settings.file()),
            rules,
            row -> reject(row.line(), row.detail(), again));
    CsvReplayConnection connection =
        new CsvReplayConnection(
            settings, file, tape::takenTo, this::paceFrom, row -> isStorable(row, again), listener);
    connection.skipTo(next);
    listener.loggedOn(next);
    return connection;
  }

  /** The pace of the first connection holds for all: a replay that was lost catches up. */
  private ReplayPace paceFrom(Instant first) {
    ReplayPace begun =
        pace.orElseGet(() -> new ReplayPace(clock.instant(), first, settings.speed()));
    pace = Optional.of(begun);
    return begun;
  }

  private boolean isStorable(TradeRow row, boolean again) {
    Optional<String> obstacle = StorableTrades.obstacle(row);
    obstacle.ifPresent(why -> reject(row.line(), why, again));
    return obstacle.isEmpty();
  }

  /** What a first reading has named is not named again. */
  private void reject(long line, String why, boolean again) {
    if (!again) {
      rejected.add(settings.file() + ", line " + line, why);
    }
  }
}
