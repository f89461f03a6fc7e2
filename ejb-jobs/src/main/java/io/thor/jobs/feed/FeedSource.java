package io.thor.jobs.feed;

import java.io.IOException;
import java.time.Duration;

/**
 * Where trades come from: a file, or a venue's session. It only moves messages; silence, gaps and
 * coming back are the {@link FeedSession}'s.
 */
public interface FeedSource {

  /** Its name among the feeds of the heartbeat. */
  String name();

  /**
   * How long what came may lie unread, for sources that read as they are polled. It is a part of
   * the silence after which the feed is stale.
   */
  default Duration unread() {
    return Duration.ZERO;
  }

  /**
   * Logs on. {@link FeedListener#loggedOn} may come before or after the return.
   *
   * @param next the number of the first message that is wanted; 1 at first. A source that cannot go
   *     back begins later, and says so as it logs on
   * @throws IOException when there is no connection; it is tried again later
   */
  FeedConnection connect(FeedListener listener, long next) throws IOException;
}
