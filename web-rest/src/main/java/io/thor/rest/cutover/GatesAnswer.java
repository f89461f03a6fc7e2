package io.thor.rest.cutover;

import io.thor.cutover.GateCheck;
import io.thor.cutover.GateReport;
import java.util.List;
import java.util.Optional;

/**
 * How the next step stands.
 *
 * @param to absent where there is no next step by itself
 * @param words what is missing, or what holds
 */
public record GatesAnswer(
    String feature, Optional<String> to, boolean passes, String words, List<GateCheck> checks) {

  static GatesAnswer of(String feature, Optional<GateReport> report) {
    return new GatesAnswer(
        feature,
        report.map(known -> known.to().label()),
        report.map(GateReport::passes).orElse(false),
        report.map(GateReport::words).orElse("there is no next step by itself"),
        report.map(GateReport::checks).orElse(List.of()));
  }
}
