package io.thor.cutover;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * How the conditions of one step forward stand.
 *
 * @param checks none where the step has no gate
 */
public record GateReport(Step from, Step to, List<GateCheck> checks) {

  public GateReport {
    checks = List.copyOf(checks);
  }

  /** Whether every condition is met. */
  public boolean passes() {
    return checks.stream().allMatch(GateCheck::passes);
  }

  /** What is missing, or, where nothing is, what holds. */
  public String words() {
    boolean passes = passes();
    return checks.stream()
        .filter(check -> passes || !check.passes())
        .map(GateCheck::words)
        .collect(joining("; "));
  }
}
