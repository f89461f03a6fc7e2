package io.thor.cutover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides about orders on what is stored, and stores state and audit together. Every method needs
 * the transaction of its caller.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
class StoredOrders {

  private static final String LATE = "ordered while the database was down";

  @Inject CutoverRows rows;
  @Inject CutoverSettings settings;
  @Inject GateSettings gates;
  @Inject Freezes freezes;
  @Inject EvidenceSource evidence;
  @Inject Clock clock;

  /** Obeys an order, or says what is in its way. */
  Outcome obey(String feature, Order order) {
    Ruling ruling = ruling(feature, order, clock.instant());
    Outcome outcome = decide(ruling);
    if (outcome instanceof Outcome.Accepted accepted) {
      rows.store(accepted.state(), accepted.entry());
    } else if (outcome instanceof Outcome.Awaiting awaiting) {
      rows.store(awaiting.state(), awaiting.entry());
    }
    return outcome;
  }

  /**
   * Stores an order that this node has obeyed before, as of its own moment. Where nothing is left
   * to do, as somebody holds the feature already, it is audited all the same.
   */
  void obeyLate(UnstoredOrder late) {
    Ruling ruling = ruling(late.feature(), late.order(), late.at());
    if (decide(ruling) instanceof Outcome.Accepted accepted) {
      rows.store(accepted.state(), accepted.entry().adding(LATE));
    } else {
      rows.store(ruling.state(), ruling.noted().adding(LATE));
    }
  }

  /** What the next step must prove; empty at the last one. */
  Optional<GateReport> gates(String feature) {
    FeatureState state = rows.find(feature).orElseThrow();
    return next(state.step()).map(to -> report(state, to));
  }

  private Ruling ruling(String feature, Order order, Instant now) {
    long revision = rows.lockedRevision();
    FeatureState state = rows.find(feature).orElseThrow();
    Circumstances around =
        new Circumstances(
            now,
            revision,
            true,
            new Ladder(rows.accounts()),
            freezes.openAt(now),
            to -> report(state, to));
    return new Ruling(state, order, around);
  }

  private Outcome decide(Ruling ruling) {
    return new StageMachine(settings.rules())
        .decide(ruling.state(), ruling.order(), ruling.around());
  }

  private Optional<Step> next(Step from) {
    Optional<Step> next = new Ladder(rows.accounts()).next(from);
    return from.stage() == Stage.SHADOW ? next.or(() -> Optional.of(Step.canary(1))) : next;
  }

  private GateReport report(FeatureState state, Step to) {
    Instant now = clock.instant();
    Evidence known = evidence.about(state, rows.stepSince(state.feature()), now);
    return new Gates(gates.rules()).check(state.step(), to, known, now);
  }
}
