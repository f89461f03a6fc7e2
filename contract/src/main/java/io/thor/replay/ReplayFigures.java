package io.thor.replay;

import java.util.Map;

/**
 * What became of the rows of a file.
 *
 * @param rows all, the header and blank lines excepted
 * @param trades that are in the bars
 * @param ineligible left out by the named policy
 * @param withoutVolume counted in minutes that have no bar, for nothing but them traded there
 * @param leftOut rows by reason; every row is in one of these counts
 */
public record ReplayFigures(
    long rows,
    long trades,
    long symbols,
    long bars,
    long sessions,
    long ineligible,
    long withoutVolume,
    Map<Rejection, Long> leftOut) {

  public ReplayFigures {
    leftOut = Map.copyOf(leftOut);
  }

  /** How many rows were left out for a fault of theirs. */
  public long faults() {
    return leftOut.entrySet().stream()
        .filter(each -> each.getKey().isFault())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
