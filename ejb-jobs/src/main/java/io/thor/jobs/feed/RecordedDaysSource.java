package io.thor.jobs.feed;

import io.thor.intraday.IntradayTape;
import io.thor.intraday.RecordedDays;
import io.thor.intraday.Trade;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The recorded days of the demonstration market against today's clock. At the first start it
 * delivers what today's session has traded so far, and after a stop what was missed, an hour at a
 * time. What it delivers twice has the same sequences.
 */
final class RecordedDaysSource implements FeedSource {

  private static final Duration STEP = Duration.ofHours(1);

  /** How far back a step begins: what is known is left out as a duplicate. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private final RecordedDays recording;
  private final IntradayTape tape;

  RecordedDaysSource(RecordedDays recording, IntradayTape tape) {
    this.recording = recording;
    this.tape = tape;
  }

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public FeedConnection connect(FeedListener listener, long next) {
    listener.loggedOn(next);
    return new Connection(listener, next);
  }

  private final class Connection implements FeedConnection {

    private final FeedListener listener;
    private long number;
    private Instant delivered = Instant.MIN;
    private boolean behind;

    Connection(FeedListener listener, long next) {
      this.listener = listener;
      number = next;
    }

    /** After a stop longer than the day, today's session is begun anew. */
    @Override
    public Instant poll(Instant now) {
      Instant end = now.truncatedTo(ChronoUnit.MILLIS);
      Instant today = end.truncatedTo(ChronoUnit.DAYS);
      Instant from =
          tape.takenTo(recording.symbol()).filter(taken -> taken.isAfter(today)).orElse(today);
      from = from.isBefore(delivered) ? delivered : from;
      Instant to = from.plus(STEP).isBefore(end) ? from.plus(STEP) : end;
      behind = to.isBefore(end);
      listener.alive();
      for (Trade trade : recording.between(from.minus(OVERLAP), to)) {
        listener.trade(number++, trade);
      }
      delivered = to;
      return to;
    }

    @Override
    public boolean isBehind() {
      return behind;
    }

    @Override
    public boolean resend(long from, long to) {
      return false;
    }

    @Override
    public void close() {
      behind = false;
    }
  }
}
