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
 * @param closed sessions that the server ended, by close code
 * @param rssKbPerSession growth of resident memory since before the sessions
 * @param machineLoad the load average of the last minute at the end
 */
public record Row(
    String writer,
    String client,
    int sessions,
    int slowReaders,
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
    String closed,
    BigDecimal rssMb,
    BigDecimal rssKbPerSession,
    BigDecimal machineLoad) {

  /** Whether the clients got all that was published, and in time. */
  boolean keepsUp(int readers) {
    BigDecimal due = publishedPerSecond.multiply(BigDecimal.valueOf(readers));
    BigDecimal published = BigDecimal.valueOf(rate).multiply(new BigDecimal("0.95"));
    return p99Ms.compareTo(BigDecimal.valueOf(100)) <= 0
        && deliveredPerSecond.compareTo(due.multiply(new BigDecimal("0.98"))) >= 0
        && publishedPerSecond.compareTo(published) >= 0
        && gaps == 0;
  }
}
