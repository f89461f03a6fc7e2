package io.thor.jobs.feed;

import io.thor.intraday.Trade;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Lets messages through in the order of their numbers and holds back what comes behind a gap.
 *
 * <p>Threads: not thread safe.
 */
final class SequenceGate {

  /** What a message was. */
  enum Arrival {
    NEXT,
    DUPLICATE,
    AHEAD
  }

  private final Consumer<Trade> through;
  private final NavigableMap<Long, Optional<Trade>> held = new TreeMap<>();
  private long next = 1;
  private long announced = 1;

  SequenceGate(Consumer<Trade> through) {
    this.through = through;
  }

  /** The number of the message that is wanted next. */
  long next() {
    return next;
  }

  /** A connection begins at a number; one that was passed already begins a new numbering. */
  void begin(long number, boolean first) {
    if (number < next || first) {
      held.clear();
      next = number;
    }
    announced = number;
  }

  /** Takes a message; empty content is one without a trade. */
  Arrival offer(long number, Optional<Trade> content) {
    if (number < next || held.containsKey(number)) {
      return Arrival.DUPLICATE;
    }
    held.put(number, content);
    boolean isNext = number == next;
    release();
    return isNext ? Arrival.NEXT : Arrival.AHEAD;
  }

  /** Whether messages are missing before one that came or was announced. */
  boolean hasGap() {
    return gapEnd() >= next;
  }

  /** The last missing message of the first gap. */
  long gapEnd() {
    return held.isEmpty() ? announced - 1 : held.firstKey() - 1;
  }

  /** How many messages wait behind the gap. */
  int held() {
    return held.size();
  }

  /** Goes on behind the first gap; answers how many messages are lost. */
  long passOver() {
    long lost = gapEnd() - next + 1;
    next += lost;
    release();
    return lost;
  }

  private void release() {
    while (!held.isEmpty() && held.firstKey() == next) {
      held.pollFirstEntry().getValue().ifPresent(through);
      next++;
    }
  }
}
