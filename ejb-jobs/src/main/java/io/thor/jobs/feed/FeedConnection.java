package io.thor.jobs.feed;

import java.io.IOException;
import java.time.Instant;

/**
 * A connection to a source.
 *
 * <p>Threads: the job's. An implementation with threads of its own calls the listener without
 * holding a lock that these methods take.
 */
public interface FeedConnection {

  /**
   * Delivers what is due, for sources without a thread of their own.
   *
   * @return the feed's present, up to which its trades are complete but for late ones
   */
  default Instant poll(Instant now) throws IOException {
    return now;
  }

  /** Whether {@link #poll} has more to deliver at once, as after a long stop. */
  default boolean isBehind() {
    return false;
  }

  /**
   * Asks for messages again, both ends included.
   *
   * @return whether the source can; they come as other messages do
   */
  boolean resend(long from, long to) throws IOException;

  /** Ends the connection; the listener hears nothing any more. */
  void close();
}
