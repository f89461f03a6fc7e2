package io.thor.jobs.feed;

import io.thor.feed.FeedFact;
import io.thor.feed.Feeds;
import io.thor.intraday.Trade;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a feed delivered, in the order of its numbers, until it is taken.
 *
 * <p>Threads: not thread safe.
 */
final class FeedInbox {

  private static final System.Logger LOG = System.getLogger(FeedInbox.class.getName());
  private static final int MOST_HELD = 10_000;
  private static final int MOST_WAITING = 200_000;

  private final String feed;
  private final Feeds feeds;
  private final SequenceGate gate = new SequenceGate(this::keep);
  private final Map<String, ArrayList<Trade>> waiting = new LinkedHashMap<>();
  private int count;
  private boolean everBegun;
  private boolean begun;

  FeedInbox(String feed, Feeds feeds) {
    this.feed = feed;
    this.feeds = feeds;
  }

  /** The number of the message that is wanted next. */
  long next() {
    return gate.next();
  }

  /** A connection begins; where the very first one does, nothing is missing. */
  void begin(long next) {
    gate.begin(next, !everBegun);
    everBegun = true;
    begun = true;
  }

  /** The connection is gone; what was missed is told as the next one begins. */
  void end() {
    begun = false;
  }

  /** Whether nothing is missing, as far as the source has told. */
  boolean isComplete() {
    return begun && !hasGap();
  }

  void offer(long number, Optional<Trade> content) {
    if (gate.offer(number, content) == SequenceGate.Arrival.DUPLICATE) {
      feeds.count(feed, FeedFact.DUPLICATE, 1);
    }
  }

  boolean hasGap() {
    return gate.hasGap();
  }

  long gapEnd() {
    return gate.gapEnd();
  }

  /** Whether more waits, behind a gap or to be taken, than memory is for. */
  boolean isFull() {
    return count + gate.held() > MOST_WAITING;
  }

  /** Whether so much waits behind the gap that it is no use to wait longer. */
  boolean holdsTooMuch() {
    return gate.held() > MOST_HELD;
  }

  /** Goes on behind the gap. */
  void passOver() {
    long lost = gate.passOver();
    feeds.count(feed, FeedFact.LOST, lost);
    LOG.log(Level.WARNING, "feed {0} lost {1} messages", feed, lost);
  }

  /** Hands over what came by a moment of the feed's time. */
  FeedBatch take(Instant present) {
    FeedBatch batch = new FeedBatch(waiting, present);
    waiting.values().forEach(ArrayList::clear);
    count = 0;
    return batch;
  }

  private void keep(Trade trade) {
    waiting.computeIfAbsent(trade.symbol(), symbol -> new ArrayList<>()).add(trade);
    count++;
    feeds.count(feed, FeedFact.TRADE, 1);
  }
}
