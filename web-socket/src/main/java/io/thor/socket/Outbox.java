package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private Map<Topic, StreamPosition> ownHeads = Map.of();
  private Subscription subscription = Subscription.EVERYTHING;
  private boolean batching;
  private boolean headsDue;
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

  /** Ends the plain stream: what its picture gave says nothing about subscriptions to come. */
  void subscribeToNothing() {
    subscription = Subscription.NOTHING;
    given.clear();
  }

  /** Puts what is sent at one time into one {@code batch} message. */
  void batch(boolean wanted) {
    batching = wanted;
  }

  /** Lets the positions of its topics follow, behind all that waits now. */
  void tellHeads() {
    headsDue = true;
  }

  /**
   * Adds a frame of the session's own, unless a picture has given it already.
   *
   * <p>Errors: {@link TooSlowException} when the mailbox is full.
   */
  void put(WireFrame wire) {
    if (given.isNew(wire.frame())) {
      add(wire);
    }
  }

  /** Adds a part of a picture or replay, which the live stream must not repeat. */
  void putGiven(WireFrame wire) {
    add(wire);
    given.add(wire.frame());
  }

  private void add(WireFrame wire) {
    if (!mailbox.put(wire)) {
      throw new TooSlowException();
    }
    if (subscription != Subscription.EVERYTHING) {
      wire.frame().route().ifPresent(this::remember);
    }
  }

  /** Of a session that will be told its heads. */
  private void remember(Frame.Route route) {
    if (ownHeads.isEmpty()) {
      ownHeads = new HashMap<>();
    }
    ownHeads.put(route.topic(), route.position());
  }

  /** How many frames of the shared log are still unread. */
  long behind() {
    return log.end() - readTo;
  }

  /** Drops what is its own, now and from now on. */
  void discard() {
    mailbox.discard();
  }

  boolean isEmpty() {
    return mailbox.isEmpty() && readTo == log.end() && !headsDue;
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
    if (mailbox.isEmpty() && !headsDue) {
      Optional<Batch> shared =
          from == to ? Optional.empty() : cache.of(from, to, subscription, batching);
      if (shared.isEmpty() || given.hasNoneOf(shared.get().topics())) {
        return shared;
      }
    }
    List<WireFrame> frames = new ArrayList<>(mailbox.takeAll());
    for (WireFrame wire : cache.frames(from, to, subscription)) {
      if (given.isNew(wire.frame())) {
        frames.add(wire);
      }
    }
    List<WireFrame> due = new ArrayList<>(Conflation.of(frames));
    takeHeads().ifPresent(due::add);
    return due.isEmpty() ? Optional.empty() : Optional.of(new Batch(due, batching));
  }

  /** The heads, once everything before them is taken. */
  private Optional<WireFrame> takeHeads() {
    Optional<Map<Topic, StreamPosition>> shared = headsDue ? log.headsAt(readTo) : Optional.empty();
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    headsDue = false;
    Map<Topic, StreamPosition> heads = new HashMap<>(ownHeads);
    shared.get().forEach((topic, position) -> heads.merge(topic, position, GivenPositions::later));
    heads.keySet().removeIf(topic -> !subscription.wants(topic));
    Frame answer = Answers.heads(heads);
    return Optional.of(WireFrame.of(answer));
  }
}
