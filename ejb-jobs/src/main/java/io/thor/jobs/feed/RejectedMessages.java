package io.thor.jobs.feed;

import io.thor.feed.FeedFact;
import io.thor.feed.Feeds;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts the messages of a feed that make no trade, and names them in the log, so many an hour.
 *
 * <p>Threads: not thread safe.
 */
final class RejectedMessages {

  private static final System.Logger LOG = System.getLogger(RejectedMessages.class.getName());
  private static final int MOST_NAMED = 100;
  private static final Duration HOUR = Duration.ofHours(1);

  private final String feed;
  private final Feeds feeds;
  private final Clock clock;
  private Instant hourEnds = Instant.MIN;
  private int named;

  RejectedMessages(String feed, Feeds feeds, Clock clock) {
    this.feed = feed;
    this.feeds = feeds;
    this.clock = clock;
  }

  /**
   * Counts one.
   *
   * @param where the line of the file or of the connection
   * @param why the field, its value and the remedy, in one line
   */
  void add(String where, String why) {
    feeds.count(feed, FeedFact.REJECTED, 1);
    Instant now = clock.instant();
    if (!now.isBefore(hourEnds)) {
      hourEnds = now.plus(HOUR);
      named = 0;
    }
    named++;
    if (named <= MOST_NAMED) {
      LOG.log(Level.WARNING, "feed {0}, {1}: {2}", feed, where, why);
    } else if (named == MOST_NAMED + 1) {
      LOG.log(Level.WARNING, "feed {0}: others of this hour are counted, not named", feed);
    }
  }
}
