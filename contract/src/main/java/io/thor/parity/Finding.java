package io.thor.parity;

import java.util.List;
import java.util.Objects;

/**
 * What one look at one topic found.
 *
 * @param topic written {@code prefix:key}
 * @param seq the position that was looked at
 * @param differences for a mismatch or a torn answer
 */
public record Finding(
    String topic, String epoch, long seq, Verdict verdict, List<Difference> differences) {

  public Finding {
    Objects.requireNonNull(verdict, "verdict");
    differences = List.copyOf(differences);
  }

  /**
   * What is to be done when it is confirmed. A difference in no critical field asks for nothing.
   */
  public Action action() {
    boolean harmless =
        !differences.isEmpty() && differences.stream().noneMatch(Difference::critical);
    return harmless ? Action.NONE : verdict.action();
  }
}
