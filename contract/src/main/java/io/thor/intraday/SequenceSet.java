package io.thor.intraday;

import java.util.Arrays;

/**
 * Sequences of trades, kept as ranges: what a feed numbers without gaps takes one range, however
 * many trades it holds. The text form, {@code 5-9,12}, is for storage.
 *
 * <p>Threads: immutable.
 */
public final class SequenceSet {

  /** Low and high of each range by turns, ascending, neither touching nor overlapping. */
  private final long[] bounds;

  SequenceSet(long[] bounds) {
    this.bounds = bounds;
  }

  /**
   * Reads the text form.
   *
   * <p>Errors: {@link IllegalArgumentException} for a text that is no such list.
   */
  public static SequenceSet parse(String text) {
    SequenceCollector collector = new SequenceCollector();
    for (String range : text.split(",", -1)) {
      int dash = range.indexOf('-', 1);
      long low = number(dash < 0 ? range : range.substring(0, dash), text);
      long high = dash < 0 ? low : number(range.substring(dash + 1), text);
      Require.that(
          collector.appendRange(low, high),
          () -> "sequences '" + text + "' must ascend without overlap; load what toString() wrote");
    }
    return collector.toSet();
  }

  private static long number(String digits, String text) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "sequences '" + text + "' must look like 5-9,12; load what toString() wrote", e);
    }
  }

  /** How many sequences it holds. */
  public long size() {
    long size = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      size += bounds[i + 1] - bounds[i] + 1;
    }
    return size;
  }

  public boolean contains(long sequence) {
    int at = Arrays.binarySearch(bounds, sequence);
    return at >= 0 || (-at - 1) % 2 == 1;
  }

  long[] bounds() {
    return bounds.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SequenceSet set && Arrays.equals(bounds, set.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bounds.length; i += 2) {
      text.append(i == 0 ? "" : ",").append(bounds[i]);
      if (bounds[i + 1] > bounds[i]) {
        text.append('-').append(bounds[i + 1]);
      }
    }
    return text.toString();
  }
}
