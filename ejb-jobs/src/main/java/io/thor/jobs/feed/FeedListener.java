package io.thor.jobs.feed;

import io.thor.intraday.Trade;

/**
 * Hears what a connection says.
 *
 * <p>Threads: any, one at a time for one connection.
 */
public interface FeedListener {

  /**
   * The source accepted the log-on.
   *
   * @param next the number of the first message to come; one below the expected number begins the
   *     numbering anew
   */
  void loggedOn(long next);

  /** A trade, by the feed's own number. */
  void trade(long number, Trade trade);

  /** A message that is no trade, but of the same numbering. */
  void skipped(long number);

  /** A sign of life without content. */
  void alive();

  /** The connection is gone. */
  void ended(String why);

  /** There is nothing more to come, ever. */
  void finished();
}
