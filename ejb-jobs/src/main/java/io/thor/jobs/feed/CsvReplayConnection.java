package io.thor.jobs.feed;

import io.thor.intraday.Trade;
import io.thor.jobs.feed.ReplaySettings.Times;
import io.thor.replay.TradeFile;
import io.thor.replay.TradeRow;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** One reading of a trade file, at its pace. */
final class CsvReplayConnection implements FeedConnection {

  private static final System.Logger LOG = System.getLogger(CsvReplayConnection.class.getName());
  private static final int MOST_AT_ONCE = 20_000;
  private static final long SEQUENCES_PER_MS = 1_000_000;

  /** The end is told so late after the last trade that its bar is final. */
  private static final Duration AFTER_LAST = Duration.ofMinutes(2);

  /** What was taken before a restart is not paced again. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private final Times times;
  private final TradeFile file;
  private final Function<String, Optional<Instant>> takenTo;
  private final Function<Instant, ReplayPace> paceFrom;
  private final Predicate<TradeRow> storable;
  private final FeedListener listener;
  private final Map<String, Instant> taken = new HashMap<>();
  private Optional<ReplayPace> pace = Optional.empty();
  private Optional<TradeRow> next = Optional.empty();
  private Instant last = Instant.MIN;
  private long number;
  private boolean behind;

  CsvReplayConnection(
      ReplaySettings settings,
      TradeFile file,
      Function<String, Optional<Instant>> takenTo,
      Function<Instant, ReplayPace> paceFrom,
      Predicate<TradeRow> storable,
      FeedListener listener) {
    times = settings.times();
    this.file = file;
    this.takenTo = takenTo;
    this.paceFrom = paceFrom;
    this.storable = storable;
    this.listener = listener;
  }

  /** Goes to a row, and reads it. */
  void skipTo(long wanted) throws IOException {
    do {
      advance();
    } while (next.isPresent() && number < wanted);
  }

  @Override
  public Instant poll(Instant now) throws IOException {
    listener.alive();
    int delivered = 0;
    while (next.isPresent() && delivered < MOST_AT_ONCE && isDue(next.get(), now)) {
      deliver(next.get());
      advance();
      delivered++;
    }
    behind = delivered == MOST_AT_ONCE;
    Instant present = present(now);
    if (next.isEmpty() && present.isAfter(last.plus(AFTER_LAST))) {
      listener.finished();
    }
    return present;
  }

  private boolean isDue(TradeRow row, Instant now) {
    if (pace.isEmpty() && !wasTaken(row)) {
      pace = Optional.of(paceFrom.apply(row.time()));
    }
    return pace.isEmpty() || !pace.get().dueAt(row.time()).isAfter(now);
  }

  /** Whether a run before this one stored what traded then. */
  private boolean wasTaken(TradeRow row) {
    return times == Times.RECORDED
        && row.time()
            .isBefore(
                taken.computeIfAbsent(
                    row.symbol(),
                    symbol ->
                        takenTo.apply(symbol).map(to -> to.minus(OVERLAP)).orElse(Instant.MIN)));
  }

  private void deliver(TradeRow row) {
    Instant time = timeOf(row);
    last = time.isAfter(last) ? time : last;
    listener.trade(
        number,
        new Trade(
            row.symbol(), time, sequence(row), row.price(), row.quantity(), row.conditions()));
  }

  private Instant timeOf(TradeRow row) {
    return times == Times.RECORDED ? row.time() : pace.orElseThrow().dueAt(row.time());
  }

  /** An id that is a number, else the row: on a shifted replay in the range of its start. */
  private long sequence(TradeRow row) {
    if (row.numericId().isPresent()) {
      return row.numericId().getAsLong();
    }
    return times == Times.RECORDED
        ? number
        : pace.orElseThrow().started().toEpochMilli() * SEQUENCES_PER_MS + number;
  }

  private Instant present(Instant now) {
    if (times == Times.SHIFTED) {
      return now;
    }
    return behind || pace.isEmpty() ? last : pace.get().recordedAt(now);
  }

  private void advance() throws IOException {
    do {
      next = file.next();
    } while (next.isPresent() && !storable.test(next.get()));
    number += next.isPresent() ? 1 : 0;
  }

  @Override
  public boolean isBehind() {
    return behind;
  }

  /** Never asked for: a reading has no gaps. */
  @Override
  public boolean resend(long from, long to) {
    return false;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the replayed file could not be closed", e);
    }
  }
}
