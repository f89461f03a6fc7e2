package io.thor.jobs.feed;

import io.thor.feed.FeedFact;
import io.thor.feed.Feeds;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks once for each gap, and passes over it when no more of it comes in time.
 *
 * <p>Threads: not thread safe.
 */
final class GapCloser {

  private final String feed;
  private final Feeds feeds;
  private final FeedInbox inbox;
  private final Duration patience;
  private Optional<Instant> until = Optional.empty();
  private long askedTo;
  private long reached;

  GapCloser(String feed, Feeds feeds, FeedInbox inbox, Duration patience) {
    this.feed = feed;
    this.feeds = feeds;
    this.inbox = inbox;
    this.patience = patience;
  }

  /** Does what is due; where there is no connection, it waits for one. */
  void step(Optional<FeedConnection> connection, Instant now) throws IOException {
    if (!inbox.hasGap()) {
      until = Optional.empty();
    } else if (until.isEmpty() || inbox.next() > askedTo) {
      if (connection.isPresent()) {
        until = Optional.of(ask(connection.get()) ? now.plus(patience) : now);
      }
    } else if (inbox.holdsTooMuch()) {
      passOver();
    } else if (inbox.next() > reached) {
      reached = inbox.next();
      until = Optional.of(now.plus(patience));
    } else if (!now.isBefore(until.get())) {
      passOver();
    }
  }

  private void passOver() {
    inbox.passOver();
    until = Optional.empty();
  }

  /** The connection is gone, and with it what was asked for. */
  void forget() {
    until = Optional.empty();
  }

  private boolean ask(FeedConnection connection) throws IOException {
    feeds.count(feed, FeedFact.GAP, 1);
    askedTo = inbox.gapEnd();
    reached = inbox.next();
    boolean can = connection.resend(inbox.next(), askedTo);
    feeds.count(feed, FeedFact.RESEND, can ? 1 : 0);
    return can;
  }
}
