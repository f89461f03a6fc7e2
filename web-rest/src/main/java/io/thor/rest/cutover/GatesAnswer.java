package io.thor.rest.cutover;

import io.thor.cutover.GateCheck;
import io.thor.cutover.GateReport;
import io.thor.cutover.Stage;
import java.util.List;
import java.util.Optional;

/**
 * How the next step stands.
 *
 * @param to absent at the last step
 * @param words what is missing, or what holds
 */
public record GatesAnswer(
    String feature, Optional<Stage> to, boolean passes, String words, List<GateCheck> checks) {

  static GatesAnswer of(String feature, Optional<GateReport> report) {
    return new GatesAnswer(
        feature,
        report.map(known -> known.to().stage()),
        report.map(GateReport::passes).orElse(false),
        report.map(GateReport::words).orElse("COMPLETE is the last step"),
        report.map(GateReport::checks).orElse(List.of()));
  }
}
