package io.thor.rest.cutover;

import io.thor.cutover.Canary;
import io.thor.cutover.FeatureState;
import io.thor.cutover.PendingAdvance;
import io.thor.cutover.Stage;
import io.thor.cutover.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is stored of a feature, before caps.
 *
 * @param accounts of a canary of named accounts
 * @param hold why it cannot advance now
 * @param pending the advance that waits for its second person
 * @param stored false while the database is down and this node alone knows of the last order
 */
public record FeatureAnswer(
    String feature,
    long revision,
    Stage stage,
    Optional<Integer> percent,
    List<String> accounts,
    Optional<String> overlay,
    Optional<String> hold,
    Optional<Pending> pending,
    String why,
    Instant changedAt,
    boolean stored) {

  /** An advance that waits. */
  public record Pending(String to, String by, String reason, Instant since) {

    static Pending of(PendingAdvance advance) {
      return new Pending(
          advance.to().label(), advance.by().name(), advance.reason(), advance.since());
    }
  }

  static FeatureAnswer of(FeatureState state, Instant now, boolean stored) {
    Step step = state.step();
    return new FeatureAnswer(
        state.feature(),
        state.revision(),
        step.stage(),
        state.uncapped().percent(),
        step.canary() instanceof Canary.Accounts named
            ? named.accountIds().stream().sorted().toList()
            : List.of(),
        state.overlay().nameAt(now),
        state.overlay().holdAt(now),
        state.pending().map(Pending::of),
        state.why(),
        state.changedAt(),
        stored);
  }
}
