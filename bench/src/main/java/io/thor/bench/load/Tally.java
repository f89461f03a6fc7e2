package io.thor.bench.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What all connections together have received since the last reset. Not thread safe. */
final class Tally {

  private static final long LONGEST_US = TimeUnit.MINUTES.toMicros(10);

  private final Histogram latencyUs = new Histogram(1, LONGEST_US, 3);
  private final Map<Integer, Long> closed = new TreeMap<>();
  private long received;
  private long gaps;
  private long doubles;

  void reset() {
    latencyUs.reset();
    received = 0;
    gaps = 0;
    doubles = 0;
  }

  void received(long latencyNs) {
    received++;
    latencyUs.recordValue(Math.max(0, Math.min(LONGEST_US, latencyNs / 1000)));
  }

  void missed(long messages) {
    gaps += messages;
  }

  void doubled() {
    doubles++;
  }

  /** A connection has ended; closings are kept over a reset. */
  void closed(int code) {
    closed.merge(code, 1L, Long::sum);
  }

  LoadReport report(int open, int reached) {
    return new LoadReport(
        received,
        gaps,
        doubles,
        open,
        reached,
        latencyUs.getValueAtPercentile(50),
        latencyUs.getValueAtPercentile(99),
        latencyUs.getValueAtPercentile(99.9),
        latencyUs.getMaxValue(),
        Map.copyOf(closed));
  }
}
