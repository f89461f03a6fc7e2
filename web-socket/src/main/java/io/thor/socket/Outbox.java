package io.thor.socket;

import io.thor.channel.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one session has still to be sent: its place in the shared log and its own mailbox. The own
 * comes first, for a picture has to stand before what follows it. Not thread safe.
 */
final class Outbox {

  private static final int MOST_FRAMES_AT_ONCE = 1024;

  private final SharedLog log;
  private final PrivateMailbox mailbox;
  private final GivenPositions given = new GivenPositions();
  private Subscription subscription = Subscription.EVERYTHING;
  private boolean batching;
  private long readTo;

  Outbox(SharedLog log, PrivateMailbox mailbox) {
    this.log = log;
    this.mailbox = mailbox;
    this.readTo = log.end();
  }

  Subscription subscription() {
    return subscription;
  }

  void subscribe(Subscription wanted) {
    subscription = wanted;
  }

  void batch(boolean wanted) {
    batching = wanted;
  }

  /**
   * Adds a frame of the session's own, unless a picture has given it already.
   *
   * <p>Errors: {@link TooSlowException} when the mailbox is full.
   */
  void put(WireFrame wire) {
    if (given.isNew(wire.frame()) && !mailbox.put(wire)) {
      throw new TooSlowException();
    }
  }

  /** Adds a part of a picture or replay, which the live stream must not repeat. */
  void putGiven(WireFrame wire) {
    Frame frame = wire.frame();
    put(wire);
    given.add(frame);
  }

  boolean isEmpty() {
    return mailbox.isEmpty() && readTo == log.end();
  }

  /**
   * Takes what can be sent now.
   *
   * <p>Errors: {@link TooSlowException} when the shared log has gone on without the session.
   */
  Optional<Batch> take(BatchCache cache) {
    long from = readTo;
    long to = Math.min(log.end(), from + MOST_FRAMES_AT_ONCE);
    readTo = to;
    if (mailbox.isEmpty() && given.isEmpty()) {
      return from == to ? Optional.empty() : cache.of(from, to, subscription, batching);
    }
    List<WireFrame> frames = new ArrayList<>(mailbox.takeAll());
    for (WireFrame wire : cache.frames(from, to, subscription)) {
      if (given.isNew(wire.frame())) {
        frames.add(wire);
      }
    }
    List<WireFrame> conflated = Conflation.of(frames);
    return conflated.isEmpty() ? Optional.empty() : Optional.of(new Batch(conflated, batching));
  }
}
