package io.thor.cutover;

import io.thor.config.Profile;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What happens to the cutover, and what it may do; the rules are told here once more, and shortly,
 * to be held against what the product does.
 */
sealed interface Cause {

  /** Whether an entry of the audit may come from it. */
  boolean mayWrite(AuditEntry entry);

  /** Whether it may raise a feature. */
  boolean mayRaise(String feature, Optional<FeatureState> before, Step to);

  /** Nothing that may change anything. */
  record Nothing() implements Cause {
    @Override
    public boolean mayWrite(AuditEntry entry) {
      return false;
    }

    @Override
    public boolean mayRaise(String feature, Optional<FeatureState> before, Step to) {
      return false;
    }
  }

  /** An order, and what it meets. */
  record Given(Order order, Set<String> features, Profile profile, boolean gatesOpen, Instant now)
      implements Cause {
    @Override
    public boolean mayWrite(AuditEntry entry) {
      return features.contains(entry.feature())
          && entry.verb().equals(order.command().verb())
          && entry.actor().equals(order.actor())
          && entry.reason().equals(order.reason());
    }

    @Override
    public boolean mayRaise(String feature, Optional<FeatureState> before, Step to) {
      FeatureState from = before.orElseThrow();
      if (from.step().equals(Step.OFF) && to.equals(Step.SHADOW)) {
        return order.command() instanceof Command.Resume || isStepForward(from, to);
      }
      return gatesOpen && isStepForward(from, to);
    }

    private boolean isStepForward(FeatureState from, Step to) {
      boolean alone = profile == Profile.DEMO || to.stage().compareTo(Stage.LIVE) < 0;
      boolean advanced = order.command() instanceof Command.Advance && alone;
      return (advanced || isApproved(from, to))
          && from.overlay().holdAt(now).isEmpty()
          && new Ladder(10).allows(from.step(), to);
    }

    private boolean isApproved(FeatureState from, Step to) {
      return order.command() instanceof Command.Approve
          && from.pending()
              .filter(asked -> asked.to().equals(to) && !asked.by().equals(order.actor()))
              .isPresent();
    }
  }

  /** A start of a node. */
  record Start(Environment environment, Profile profile, Instant now) implements Cause {
    @Override
    public boolean mayWrite(AuditEntry entry) {
      return entry.actor().equals(Actor.ENVIRONMENT);
    }

    @Override
    public boolean mayRaise(String feature, Optional<FeatureState> before, Step to) {
      boolean wantedBefore = before.filter(state -> state.environment().flag()).isPresent();
      boolean held = before.flatMap(state -> state.overlay().holdAt(now)).isPresent();
      return profile == Profile.DEMO
          && environment.wants(feature)
          && !wantedBefore
          && !held
          && to.equals(Step.LIVE);
    }
  }
}
