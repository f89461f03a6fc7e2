package io.thor.bench.fanout;

import java.math.BigDecimal;

/**
 * What a long run did to the server.
 *
 * @param heapStartMb used after a full collection under load, when it was warm
 * @param heapMiddleMb the same in the middle of the run
 * @param heapEndMb the same at its end
 * @param heapLeftMb the same when all sessions had gone
 * @param threadsStart of the server at the start, but those of its pool for requests
 * @param threadsLeft when all sessions had gone, and idle threads of pools had time to end
 * @param sessionsLeft that the server still had some seconds after their clients had gone
 * @param open sessions that were open at the end of the load
 */
public record SoakRow(
    String writer,
    String client,
    int sessions,
    int rate,
    int minutes,
    BigDecimal heapStartMb,
    BigDecimal heapMiddleMb,
    BigDecimal heapEndMb,
    BigDecimal heapLeftMb,
    int threadsStart,
    int threadsLeft,
    long sessionsLeft,
    int open,
    long gaps,
    long doubles,
    BigDecimal p99Ms,
    BigDecimal machineLoad) {

  private static final BigDecimal HEAP_SLACK_MB = BigDecimal.valueOf(24);
  static final int THREAD_SLACK = 8;

  /** Whether nothing grew, nothing was left behind and nothing was lost. */
  boolean isSound() {
    BigDecimal most = heapStartMb.add(HEAP_SLACK_MB);
    return heapMiddleMb.compareTo(most) <= 0
        && heapEndMb.compareTo(most) <= 0
        && heapLeftMb.compareTo(most) <= 0
        && threadsLeft <= threadsStart + THREAD_SLACK
        && sessionsLeft == 0
        && open == sessions
        && gaps == 0
        && doubles == 0;
  }
}
