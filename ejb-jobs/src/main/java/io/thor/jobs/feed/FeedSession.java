package io.thor.jobs.feed;

import io.thor.feed.FeedFact;
import io.thor.feed.Feeds;
import io.thor.intraday.Trade;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Keeps one feed alive: logs on, comes back after a loss, gives a silent connection up, asks for
 * missing messages and passes over what does not come. What came waits until it is taken.
 *
 * <p>Threads: {@link #step} and {@link #taken} from the job; the source's threads call the listener
 * that it was given.
 */
public final class FeedSession {

  private static final System.Logger LOG = System.getLogger(FeedSession.class.getName());

  private final FeedSource source;
  private final Feeds feeds;
  private final FeedTimes times;
  private final Clock clock;
  private final Reconnection reconnection;
  private final FeedInbox inbox;
  private final GapCloser gap;
  private Optional<FeedConnection> connection = Optional.empty();
  private Optional<Hearing> hearing = Optional.empty();
  private Optional<FeedBatch> untaken = Optional.empty();
  private Optional<Instant> completeTo = Optional.empty();
  private Instant retryAt = Instant.MIN;
  private Instant lastHeard = Instant.MIN;
  private boolean finished;

  FeedSession(
      FeedSource source, Feeds feeds, FeedTimes times, Clock clock, RandomGenerator random) {
    this.source = source;
    this.feeds = feeds;
    this.times = times;
    this.clock = clock;
    reconnection = new Reconnection(times, random);
    inbox = new FeedInbox(source.name(), feeds);
    gap = new GapCloser(source.name(), feeds, inbox, times.resend());
    feeds.register(source.name(), times.staleAfter(source.unread()));
  }

  /**
   * Does what is due. What it answers comes again until {@link #taken} says that it is stored.
   *
   * @return empty where there is no connection, and before the first log-on
   */
  public synchronized Optional<FeedBatch> step() {
    Instant now = clock.instant();
    if (untaken.isEmpty()) {
      if (connection.isEmpty() && !finished && !now.isBefore(retryAt)) {
        connect(now);
      }
      untaken = poll(now);
      if (connection.isPresent() && lastHeard.plus(times.silent()).isBefore(now)) {
        drop("it said nothing for " + times.silent().toMillis() + " ms");
      }
    }
    return untaken;
  }

  /** The batch of the last step is stored. */
  public synchronized void taken() {
    untaken = Optional.empty();
  }

  /** Whether another step would deliver more at once. */
  public synchronized boolean isBehind() {
    return untaken.isEmpty() && connection.filter(FeedConnection::isBehind).isPresent();
  }

  /** Ends the connection; there will be no other. */
  public synchronized void stop() {
    finished = true;
    if (connection.isPresent()) {
      close();
      feeds.disconnected(source.name());
    }
  }

  private void connect(Instant now) {
    Hearing listener = new Hearing();
    hearing = Optional.of(listener);
    lastHeard = now;
    try {
      FeedConnection opened = source.connect(listener, inbox.next());
      if (isCurrent(listener)) {
        connection = Optional.of(opened);
      } else {
        opened.close();
      }
    } catch (IOException | RuntimeException e) {
      drop("it cannot be reached: " + e.getMessage());
    }
  }

  private Optional<FeedBatch> poll(Instant now) {
    if (connection.isEmpty()) {
      return Optional.empty();
    }
    try {
      Instant present = connection.get().poll(now);
      gap.step(connection, now);
      if (inbox.isComplete()) {
        completeTo = Optional.of(present);
      }
      return completeTo.map(inbox::take);
    } catch (IOException | RuntimeException e) {
      drop("it failed: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void drop(String why) {
    close();
    feeds.disconnected(source.name());
    feeds.count(source.name(), FeedFact.LOSS, 1);
    Duration delay = reconnection.nextDelay();
    retryAt = clock.instant().plus(delay);
    LOG.log(
        Level.WARNING,
        "feed {0} is lost, {1}; the next attempt is in {2} ms",
        source.name(),
        why,
        delay.toMillis());
  }

  private void close() {
    hearing = Optional.empty();
    connection.ifPresent(FeedConnection::close);
    connection = Optional.empty();
    gap.forget();
    inbox.end();
  }

  private synchronized boolean isCurrent(Hearing listener) {
    return hearing.isPresent() && hearing.get() == listener;
  }

  /** Hears one connection; deaf once that is gone. */
  private final class Hearing implements FeedListener {

    @Override
    public void loggedOn(long next) {
      ifCurrent(
          () -> {
            reconnection.succeeded();
            inbox.begin(next);
            feeds.count(source.name(), FeedFact.LOG_ON, 1);
            LOG.log(Level.INFO, "feed {0} is logged on at message {1}", source.name(), next);
          });
    }

    @Override
    public void trade(long number, Trade trade) {
      offer(number, Optional.of(trade));
    }

    @Override
    public void skipped(long number) {
      offer(number, Optional.empty());
    }

    @Override
    public void alive() {
      ifCurrent(() -> {});
    }

    @Override
    public void ended(String why) {
      synchronized (FeedSession.this) {
        if (isCurrent(this)) {
          drop(why);
        }
      }
    }

    @Override
    public void finished() {
      synchronized (FeedSession.this) {
        if (isCurrent(this)) {
          finished = true;
          close();
          feeds.ended(source.name());
          LOG.log(Level.INFO, "feed {0} has come to its end", source.name());
        }
      }
    }

    private void offer(long number, Optional<Trade> content) {
      ifCurrent(
          () -> {
            inbox.offer(number, content);
            if (inbox.isFull()) {
              drop("its trades are not taken");
            }
          });
    }

    private void ifCurrent(Runnable change) {
      synchronized (FeedSession.this) {
        if (isCurrent(this)) {
          lastHeard = clock.instant();
          feeds.heard(source.name());
          change.run();
        }
      }
    }
  }
}
