package io.thor.jobs.feed;

import io.thor.feed.FeedFact;
import io.thor.feed.Feeds;
import io.thor.intraday.IntradayTape;
import io.thor.replay.LeftOut;
import io.thor.replay.Rejection;
import io.thor.replay.TradeFile;
import io.thor.replay.TradeFileRules;
import io.thor.replay.TradeRow;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
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

  private static final System.Logger LOG = System.getLogger(CsvReplaySource.class.getName());
  private static final int MOST_NAMED = 100;
  private static final int MOST_DECIMALS = 8;
  private static final int MOST_DIGITS = 12;

  private final ReplaySettings settings;
  private final Supplier<Set<String>> symbols;
  private final IntradayTape tape;
  private final Feeds feeds;
  private final Clock clock;
  private Optional<ReplayPace> pace = Optional.empty();
  private long rejected;

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
    this.feeds = feeds;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public FeedConnection connect(FeedListener listener, long next) throws IOException {
    TradeFileRules rules = new TradeFileRules(Optional.empty(), symbols.get(), clock);
    boolean again = pace.isPresent();
    TradeFile file =
        TradeFile.open(Files.newInputStream(settings.file()), rules, row -> reject(row, again));
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

  /** What the columns of the database hold exactly. */
  private boolean isStorable(TradeRow row, boolean again) {
    boolean fits = fits(row.price()) && fits(row.quantity());
    if (!fits) {
      reject(
          new LeftOut(
              row.line(),
              Rejection.BAD_PRICE,
              "price "
                  + row.price()
                  + " or quantity "
                  + row.quantity()
                  + " has more than 8 decimals or 12 digits before them; round it"),
          again);
    }
    return fits;
  }

  private static boolean fits(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.scale() <= MOST_DECIMALS && bare.precision() - bare.scale() <= MOST_DIGITS;
  }

  private void reject(LeftOut row, boolean again) {
    if (again) {
      return;
    }
    feeds.count(name(), FeedFact.REJECTED, 1);
    rejected++;
    if (rejected <= MOST_NAMED) {
      LOG.log(Level.WARNING, "{0}, {1}", settings.file(), row);
    }
  }
}
