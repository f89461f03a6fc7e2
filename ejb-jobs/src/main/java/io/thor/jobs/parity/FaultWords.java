package io.thor.jobs.parity;

import static java.util.stream.Collectors.joining;

import io.thor.parity.Difference;
import io.thor.parity.Finding;
import io.thor.parity.Value;
import java.util.List;
import java.util.Optional;

/** Findings in words for operators and the audit. */
final class FaultWords {

  private static final int MOST_PATHS = 3;
  private static final int LONGEST_REASON = 280;

  private FaultWords() {}

  /** What is wrong, without saying whose it is. */
  static String reason(Finding finding) {
    String words =
        switch (finding.verdict()) {
          case MISMATCH -> "both paths differ at the same position" + places(finding);
          case TORN -> "REST mixes several states of the stream" + places(finding);
          case LOST -> "REST has what never came on the stream";
          case STALLED -> "nothing of this feature comes on the stream while the heartbeat goes on";
          case DUPLICATE -> "the stream repeats a position with other data, or an entry of a log";
          case REORDERED -> "the stream goes back in its numbers";
          case STALE_REST -> "REST answers what the stream left behind long ago";
          case REST_DOWN -> "REST fails; there is nothing healthy to go back to";
          case EQUAL, WAITING, UNDECIDED -> "nothing is wrong";
        };
    String reason = finding.verdict() + " confirmed: " + words;
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
  }

  /** Everything that is known of it. */
  static String evidence(Finding finding) {
    String position =
        "%s on %s at %s/%d"
            .formatted(finding.verdict(), finding.topic(), finding.epoch(), finding.seq());
    String differences =
        finding.differences().stream().map(FaultWords::difference).collect(joining("; "));
    return differences.isEmpty() ? position : position + ": " + differences;
  }

  private static String difference(Difference difference) {
    return "%s stream %s, REST %s"
        .formatted(difference.path(), json(difference.stream()), json(difference.rest()));
  }

  private static String json(Optional<Value> value) {
    return value.map(Value::json).orElse("missing");
  }

  private static String places(Finding finding) {
    List<Difference> all = finding.differences();
    if (all.isEmpty()) {
      return "";
    }
    String first = all.stream().limit(MOST_PATHS).map(Difference::path).collect(joining(", "));
    return " in " + first + (all.size() > MOST_PATHS ? " and others" : "");
  }
}
