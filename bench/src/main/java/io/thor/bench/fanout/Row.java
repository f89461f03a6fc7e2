package io.thor.bench.fanout;

import java.math.BigDecimal;

/**
 * One measurement.
 *
 * @param publishedPerSecond what the feed achieved
 * @param deliveredPerSecond messages that clients received, over all sessions
 * @param cpuMicros processor time of the server for each delivered message, in microseconds
 * @param serverCpuPercent of one processor
 * @param clientCpuPercent of one processor, by the load generator
 * @param p50Ms from the commit to the client
 * @param open sessions that are open at the end
 * @param closed sessions that the server ended, by close code
 * @param rssKbPerSession growth of resident memory since before the sessions
 * @param machineLoad the load average of the last minute at the end
 */
public record Row(
    String writer,
    String client,
    int sessions,
    int rate,
    int bytes,
    BigDecimal seconds,
    BigDecimal publishedPerSecond,
    BigDecimal deliveredPerSecond,
    BigDecimal cpuMicros,
    BigDecimal serverCpuPercent,
    BigDecimal clientCpuPercent,
    BigDecimal p50Ms,
    BigDecimal p99Ms,
    BigDecimal p999Ms,
    BigDecimal maxMs,
    long gaps,
    long doubles,
    int open,
    String closed,
    BigDecimal rssMb,
    BigDecimal rssKbPerSession,
    BigDecimal machineLoad) {

  private static final BigDecimal P99_LIMIT_MS = BigDecimal.valueOf(100);
  private static final BigDecimal NEARLY_ALL = new BigDecimal("0.97");

  /** Whether the readers got all that was published, and in time. */
  boolean keepsUp() {
    BigDecimal due = publishedPerSecond.multiply(BigDecimal.valueOf(open));
    BigDecimal wanted = BigDecimal.valueOf(rate);
    return p99Ms.compareTo(P99_LIMIT_MS) <= 0
        && deliveredPerSecond.compareTo(due.multiply(NEARLY_ALL)) >= 0
        && publishedPerSecond.compareTo(wanted.multiply(NEARLY_ALL)) >= 0
        && gaps == 0;
  }
}
