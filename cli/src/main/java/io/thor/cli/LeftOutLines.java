package io.thor.cli;

import io.thor.replay.LeftOut;
import java.io.PrintWriter;

/**
 * Names the rows that a replay leaves out, up to a number of lines.
 *
 * <p>Threads: not thread safe.
 */
final class LeftOutLines {

  private final PrintWriter err;
  private final ReplayProgress progress;
  private final long most;
  private long count;

  LeftOutLines(PrintWriter err, ReplayProgress progress, long most) {
    this.err = err;
    this.progress = progress;
    this.most = most;
  }

  void accept(LeftOut row) {
    count++;
    if (count <= most) {
      progress.clear();
      err.println(Printable.line(row.toString()));
    }
  }

  /** Says how many were not named. */
  void finish() {
    if (count > most) {
      err.println(
          (count - most) + " more rows were left out; --report N names up to N, --report 0 none.");
    }
  }
}
