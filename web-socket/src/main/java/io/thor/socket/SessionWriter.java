package io.thor.socket;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts batches on the wire of one session.
 *
 * <p>Threads: one call at a time; the next one comes after the last is done.
 */
interface SessionWriter {

  /**
   * Starts to send and returns; it never waits for the reader.
   *
   * @param batch stays unchanged
   * @param progressed called by a writer that sends a batch in parts, when one has gone out
   * @param done called once, on any thread, perhaps before this returns: what went wrong, or empty
   */
  void write(Batch batch, Runnable progressed, Consumer<Optional<Throwable>> done);

  /** Sends a protocol ping. It comes between two batches, never inside one. */
  void ping();

  /** Ends the connection without a word, where a closing handshake would wait for a stuck send. */
  void abort();

  /** A send has failed, and nothing more is written: ends the connection, unless it ends itself. */
  default void failed() {
    abort();
  }

  /**
   * The connection has ended; nothing may be written any more, neither what is under way. A
   * container may already be about to give what belonged to it to another connection.
   */
  default void ended() {}
}
