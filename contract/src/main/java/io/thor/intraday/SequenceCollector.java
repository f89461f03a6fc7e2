package io.thor.intraday;

import java.util.Arrays;

/**
 * Collects sequences into the ranges of a {@link SequenceSet}. Constant time for sequences that
 * ascend; a search and a shift for those that do not.
 *
 * <p>Threads: not thread safe.
 */
final class SequenceCollector {

  private long[] bounds;
  private int used;

  SequenceCollector() {
    bounds = new long[2];
  }

  SequenceCollector(SequenceSet start) {
    bounds = start.bounds();
    used = bounds.length;
  }

  /** Adds a sequence; false when it is there already. */
  boolean add(long sequence) {
    if (used == 0 || sequence > bounds[used - 1]) {
      return appendRange(sequence, sequence);
    }
    int at = Arrays.binarySearch(bounds, 0, used, sequence);
    int gap = -at - 1;
    if (at >= 0 || gap % 2 == 1) {
      return false;
    }
    boolean joinsBelow = gap > 0 && bounds[gap - 1] + 1 == sequence;
    boolean joinsAbove = bounds[gap] - 1 == sequence;
    if (joinsBelow && joinsAbove) {
      replace(gap - 1, gap + 1);
    } else if (joinsBelow) {
      bounds[gap - 1] = sequence;
    } else if (joinsAbove) {
      bounds[gap] = sequence;
    } else {
      replace(gap, gap, sequence, sequence);
    }
    return true;
  }

  /** Adds a range above all others; false when it is not above them. */
  boolean appendRange(long low, long high) {
    if (low > high || (used > 0 && low <= bounds[used - 1])) {
      return false;
    }
    if (used > 0 && low - 1 == bounds[used - 1]) {
      bounds[used - 1] = high;
    } else {
      replace(used, used, low, high);
    }
    return true;
  }

  SequenceSet toSet() {
    return new SequenceSet(Arrays.copyOf(bounds, used));
  }

  private void replace(int from, int to, long... with) {
    int size = used - (to - from) + with.length;
    if (size > bounds.length) {
      bounds = Arrays.copyOf(bounds, Math.max(size, bounds.length * 2));
    }
    System.arraycopy(bounds, to, bounds, from + with.length, used - to);
    System.arraycopy(with, 0, bounds, from, with.length);
    used = size;
  }
}
