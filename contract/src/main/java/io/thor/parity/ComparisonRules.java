package io.thor.parity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the data of topics are compared.
 *
 * @param rowKey the field that names a row
 * @param derived by field, one unit in the last place of what is computed for display
 * @param critical fields whose confirmed difference rolls back
 */
public record ComparisonRules(
    String rowKey,
    Map<String, BigDecimal> derived,
    Set<String> critical,
    List<IgnoreRule> ignored) {

  /** Rows by symbol; {@code pnl_percent} has four decimal places. */
  public static final ComparisonRules DEFAULTS =
      new ComparisonRules(
          "symbol",
          Map.of("pnl_percent", new BigDecimal("0.0001")),
          Set.of(
              "cash",
              "portfolio_value",
              "buying_power",
              "quantity",
              "entry_price",
              "current_price",
              "pnl",
              "open",
              "high",
              "low",
              "close",
              "volume",
              "status"),
          List.of());

  public ComparisonRules {
    derived = Map.copyOf(derived);
    critical = Set.copyOf(critical);
    ignored = List.copyOf(ignored);
  }

  /** The same, with ignore rules. */
  public ComparisonRules ignoring(List<IgnoreRule> rules) {
    return new ComparisonRules(rowKey, derived, critical, rules);
  }

  boolean isCritical(String path) {
    return critical.contains(Pointers.last(path));
  }

  boolean isIgnored(String topicPrefix, String path, Instant now) {
    return ignored.stream().anyMatch(rule -> rule.covers(topicPrefix, path, now));
  }

  boolean areEqual(String path, Value one, Value other) {
    BigDecimal tolerance = derived.get(Pointers.last(path));
    if (tolerance != null
        && one instanceof Value.Number first
        && other instanceof Value.Number second) {
      return first.number().subtract(second.number()).abs().compareTo(tolerance) <= 0;
    }
    return one.equals(other);
  }
}
