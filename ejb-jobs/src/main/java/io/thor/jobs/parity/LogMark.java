package io.thor.jobs.parity;

import io.thor.parity.Finding;
import io.thor.parity.Snapshot;

/** Up to where the entries of a log were judged; they do not change any more. Not thread safe. */
final class LogMark {

  private String epoch = "";
  private long seq;

  boolean covers(Snapshot entry) {
    return entry.epoch().equals(epoch) && entry.seq() <= seq;
  }

  void moveTo(Finding judged) {
    seq = judged.epoch().equals(epoch) ? Math.max(seq, judged.seq()) : judged.seq();
    epoch = judged.epoch();
  }
}
