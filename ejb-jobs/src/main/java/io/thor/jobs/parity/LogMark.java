package io.thor.jobs.parity;

import io.thor.parity.Finding;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Up to where the entries of a log were judged. They do not change any more: one that was judged
 * needs another look only where it does. Not thread safe.
 */
final class LogMark {

  /** More than an answer of REST ever holds, so one that is forgotten does not come again. */
  private static final int MOST_FAULTY = 100;

  private final NavigableSet<Long> faulty = new TreeSet<>();
  private String epoch = "";
  private long seq;

  /** Whether an entry was judged, and nothing is wrong with it that was not confirmed before. */
  boolean covers(Finding again) {
    return again.epoch().equals(epoch)
        && (faulty.contains(again.seq()) || again.seq() <= seq && !again.verdict().isFault());
  }

  void moveTo(Finding judged) {
    begin(judged.epoch());
    seq = Math.max(seq, judged.seq());
  }

  /** A fault of an entry is told once. */
  void confirm(Finding fault) {
    begin(fault.epoch());
    faulty.add(fault.seq());
    if (faulty.size() > MOST_FAULTY) {
      faulty.pollFirst();
    }
  }

  private void begin(String next) {
    if (!next.equals(epoch)) {
      epoch = next;
      seq = 0;
      faulty.clear();
    }
  }
}
