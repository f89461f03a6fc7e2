package io.thor.cutover;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The thresholds of all gates.
 *
 * @param mismatches what {@code SHADOW} must exclude about confirmed mismatches
 * @param undecidedPercent the highest share of undecided comparisons
 * @param drillWithin how old the last rollback drill may be
 * @param canaryTime how long each step of the canary lasts at least
 * @param canaryComparisons how many comparisons each group makes at least
 * @param canaryPoints by how many percentage points the canary may be worse than the others
 * @param stalePercent the highest share of time with stale data
 * @param sessionsBeforeLive clean market sessions
 * @param sessionsBeforeComplete clean market sessions
 */
public record GateRules(
    PoissonBound mismatches,
    BigDecimal undecidedPercent,
    Duration drillWithin,
    Duration canaryTime,
    long canaryComparisons,
    BigDecimal canaryPoints,
    BigDecimal stalePercent,
    int sessionsBeforeLive,
    int sessionsBeforeComplete) {

  public static final GateRules DEFAULTS =
      new GateRules(
          new PoissonBound(new BigDecimal("0.95"), new BigDecimal("0.001")),
          new BigDecimal("5"),
          Duration.ofHours(24),
          Duration.ofMinutes(15),
          500,
          new BigDecimal("0.1"),
          new BigDecimal("0.1"),
          2,
          5);
}
