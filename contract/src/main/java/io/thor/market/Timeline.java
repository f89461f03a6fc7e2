package io.thor.market;

import io.thor.message.MarketStatusUpdate.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All changes of status and reason of one venue, in order of time; UNKNOWN before and after.
 *
 * <p>Threads: immutable.
 */
final class Timeline {

  /** From {@code start} on, until the next mark. */
  record Mark(Instant start, Status status, String reason) {}

  private static final Comparator<Mark> BY_START = Comparator.comparing(Mark::start);

  private final List<Mark> marks;

  /** Takes marks in order of time, the first at {@link Instant#MIN}. */
  Timeline(List<Mark> marks) {
    this.marks = new ArrayList<>(marks);
  }

  /** A binary search, then a walk over the marks up to the next status. */
  MarketState stateAt(Instant at) {
    Mark key = new Mark(at, Status.UNKNOWN, "");
    int found = Collections.binarySearch(marks, key, BY_START);
    int index = found >= 0 ? found : -found - 2;
    Mark mark = marks.get(index);
    Optional<Mark> next = mark.status() == Status.UNKNOWN ? Optional.empty() : after(index);
    return new MarketState(
        mark.status(), mark.reason(), next.map(Mark::status), next.map(Mark::start));
  }

  private Optional<Mark> after(int index) {
    Status current = marks.get(index).status();
    return marks.subList(index + 1, marks.size()).stream()
        .filter(mark -> mark.status() != current)
        .findFirst()
        .filter(mark -> mark.status() != Status.UNKNOWN);
  }
}
