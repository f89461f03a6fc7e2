package io.thor.bench.fanout;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * One window without readers that never read, and one with them.
 *
 * @param sessions that read
 * @param slow sessions that never do
 * @param p99WithoutMs of those that read, from the commit to the client
 * @param p99WithMs the same beside the slow
 * @param goneSeconds after which the server had closed all the slow, from their opening
 * @param closed the slow, by the close code that the server counted
 * @param heapBeforeMb used after a full collection before the slow came
 * @param heapWithMb the same beside them, after the window
 * @param stuckThreads that waited for one monitor from one look to the next, half a second later
 */
public record SlowRow(
    String writer,
    int sessions,
    int slow,
    BigDecimal p99WithoutMs,
    BigDecimal p99WithMs,
    BigDecimal goneSeconds,
    String closed,
    BigDecimal heapBeforeMb,
    BigDecimal heapWithMb,
    int stuckThreads,
    long gaps,
    BigDecimal machineLoad) {

  private static final BigDecimal MOST_TIMES = new BigDecimal("1.5");
  private static final BigDecimal MOST_MORE_MS = BigDecimal.valueOf(15);
  private static final BigDecimal GONE_LIMIT_SECONDS = BigDecimal.valueOf(30);
  private static final BigDecimal HEAP_LIMIT_MB = BigDecimal.valueOf(64);

  /** Whether the others did not notice, by the medians of latency, and by each of all else. */
  static boolean areSound(List<SlowRow> rows) {
    BigDecimal without = median(rows, SlowRow::p99WithoutMs);
    BigDecimal with = median(rows, SlowRow::p99WithMs);
    BigDecimal most = without.multiply(MOST_TIMES).max(without.add(MOST_MORE_MS));
    return with.compareTo(most) <= 0 && rows.stream().allMatch(SlowRow::isSound);
  }

  private boolean isSound() {
    return goneSeconds.compareTo(GONE_LIMIT_SECONDS) <= 0
        && heapWithMb.subtract(heapBeforeMb).compareTo(HEAP_LIMIT_MB) < 0
        && stuckThreads == 0
        && gaps == 0;
  }

  private static BigDecimal median(List<SlowRow> rows, Function<SlowRow, BigDecimal> figure) {
    return rows.stream().map(figure).sorted().toList().get(rows.size() / 2);
  }
}
