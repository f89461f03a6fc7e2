package io.thor.parity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What this node has compared and ordered since its start, for its metrics.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class ParityCounters {

  /** What is counted together. */
  public record Compared(String feature, Verdict verdict) {}

  private final Map<Compared, LongAdder> compared = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> rollbacks = new ConcurrentHashMap<>();

  /** Counts decided comparisons. */
  public void compared(String feature, Verdict verdict, long times) {
    compared.computeIfAbsent(new Compared(feature, verdict), key -> new LongAdder()).add(times);
  }

  /**
   * Counts an automatic rollback.
   *
   * @param cause stable and lower case, such as {@code mismatch}
   */
  public void rolledBack(String cause) {
    rollbacks.computeIfAbsent(cause, key -> new LongAdder()).increment();
  }

  /** Comparisons by feature and verdict. */
  public Map<Compared, Long> compared() {
    Map<Compared, Long> sums = new ConcurrentHashMap<>();
    compared.forEach((key, count) -> sums.put(key, count.sum()));
    return sums;
  }

  /** Automatic rollbacks by cause. */
  public Map<String, Long> rollbacks() {
    Map<String, Long> sums = new TreeMap<>();
    rollbacks.forEach((cause, count) -> sums.put(cause, count.sum()));
    return sums;
  }
}
