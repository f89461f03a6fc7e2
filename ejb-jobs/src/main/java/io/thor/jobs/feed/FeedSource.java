package io.thor.jobs.feed;

import java.io.IOException;

/**
 * Where trades come from: a file, later an exchange's session. It only moves messages; silence,
 * gaps and coming back are the {@link FeedSession}'s.
 */
public interface FeedSource {

  /** Its name among the feeds of the heartbeat. */
  String name();

  /**
   * Logs on. {@link FeedListener#loggedOn} may come before or after the return.
   *
   * @param next the number of the first message that is wanted; 1 at first. A source that cannot go
   *     back begins later, and says so as it logs on
   * @throws IOException when there is no connection; it is tried again later
   */
  FeedConnection connect(FeedListener listener, long next) throws IOException;
}
