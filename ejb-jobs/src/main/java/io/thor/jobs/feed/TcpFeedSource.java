package io.thor.jobs.feed;

import io.thor.feed.Feeds;
import io.thor.replay.TradeFields;
import io.thor.replay.TradeFileRules;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a venue, or a gateway before one, pushes over TCP: lines of JSON with logon, heartbeats,
 * numbers and resend, as {@code docs/developers/tcp-feed.md} has it.
 */
final class TcpFeedSource implements FeedSource {

  static final String NAME = "tcp";

  /** How far a restart goes back: what is known is left out as a duplicate. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  /** The job looks once a second. */
  private static final Duration UNREAD = Duration.ofSeconds(1);

  private final TcpSettings settings;
  private final Supplier<Set<String>> instruments;
  private final Function<String, Optional<Instant>> takenTo;
  private final RejectedMessages rejected;
  private final Clock clock;

  TcpFeedSource(
      TcpSettings settings,
      Supplier<Set<String>> instruments,
      Function<String, Optional<Instant>> takenTo,
      Feeds feeds,
      Clock clock) {
    this.settings = settings;
    this.instruments = instruments;
    this.takenTo = takenTo;
    this.clock = clock;
    rejected = new RejectedMessages(NAME, feeds, clock);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration unread() {
    return UNREAD;
  }

  @Override
  public FeedConnection connect(FeedListener listener, long next) throws IOException {
    Set<String> symbols = symbols();
    TradeFields trades =
        new TradeFields(new TradeFileRules(Optional.empty(), Optional.of(symbols), clock));
    VenueWords words = new VenueWords(settings);
    return new TcpFeedConnection(
        LineChannel.open(settings.address()),
        words.logon(symbols, next, since(symbols)),
        settings.heartbeat(),
        new VenueTrades(trades, listener, rejected),
        listener,
        clock.instant());
  }

  private Set<String> symbols() {
    Set<String> symbols = new TreeSet<>(instruments.get());
    if (!settings.symbols().isEmpty()) {
      symbols.retainAll(settings.symbols());
    }
    return symbols;
  }

  /** From when on trades are missing; empty where none ever were taken. */
  private Optional<Instant> since(Set<String> symbols) {
    return symbols.stream()
        .map(takenTo)
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .map(taken -> taken.minus(OVERLAP));
  }
}
