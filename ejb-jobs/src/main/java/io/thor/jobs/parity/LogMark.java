package io.thor.jobs.parity;

import io.thor.parity.Finding;
import java.util.HashSet;
import java.util.Set;

/**
 * Up to where the entries of a log were judged. They do not change any more: one that was judged
 * needs another look only where it does. Not thread safe.
 */
final class LogMark {

  private final Set<Long> faulty = new HashSet<>();
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
  }

  private void begin(String next) {
    if (!next.equals(epoch)) {
      epoch = next;
      seq = 0;
      faulty.clear();
    }
  }
}
