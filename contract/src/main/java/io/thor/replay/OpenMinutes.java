package io.thor.replay;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What the open minutes of all symbols hold, so that the oldest can be closed before it is too
 * much. The unit is 16 bytes: what a remembered trade id takes at most, and a bar 32 times.
 *
 * <p>Threads: not thread safe.
 */
final class OpenMinutes {

  static final long BAR = 32;
  static final long NUMBER = 1;
  static final long TEXT = 8;

  private final long limit;
  private final NavigableMap<Long, Long> held = new TreeMap<>();
  private long total;

  OpenMinutes(long limit) {
    this.limit = limit;
  }

  void hold(long minute, long units) {
    if (units > 0) {
      held.merge(minute, units, Long::sum);
      total += units;
    }
  }

  boolean isFull() {
    return total > limit && held.size() > 1;
  }

  /** Lets go of the oldest minutes, a quarter of the limit; answers the first that stays open. */
  long closeOldest() {
    while (held.size() > 1 && total > limit / 4 * 3) {
      total -= held.pollFirstEntry().getValue();
    }
    return held.firstKey();
  }
}
