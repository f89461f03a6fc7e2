package io.thor.cutover;

import io.thor.message.MessageTypes;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Obeys orders: decides, stores state and audit in one transaction, and lets this node know at
 * once. Other nodes read the change within a second.
 *
 * <p>Threads: any. Errors: {@link java.util.NoSuchElementException} for an unknown feature.
 */
@ApplicationScoped
public class CutoverOrders {

  @Inject Database database;
  @Inject CutoverRows rows;
  @Inject AuditRows audit;
  @Inject CutoverSettings settings;
  @Inject GateSettings gates;
  @Inject Freezes freezes;
  @Inject EvidenceSource evidence;
  @Inject Cutover cutover;
  @Inject Aftermath aftermath;
  @Inject Clock clock;

  /** Gives an order for one feature. */
  public Outcome give(String feature, Order order) {
    cutover.current().of(feature);
    Outcome outcome = database.inNewTransaction(() -> obey(feature, order));
    cutover.refresh();
    tell(outcome);
    return outcome;
  }

  /** Sets every feature to {@code OFF}, all or none. */
  public List<Outcome> kill(Actor actor, String reason) {
    Order order = new Order(new Command.Kill(), actor, reason, OptionalLong.empty());
    List<Outcome> outcomes =
        database.inNewTransaction(
            () -> MessageTypes.features().stream().map(feature -> obey(feature, order)).toList());
    cutover.refresh();
    outcomes.forEach(this::tell);
    return outcomes;
  }

  private void tell(Outcome outcome) {
    if (outcome instanceof Outcome.Accepted accepted) {
      aftermath.of(accepted.entry());
    }
  }

  /** The stored state of a feature, before caps. */
  public FeatureState state(String feature) {
    cutover.current().of(feature);
    return database.inNewTransaction(() -> rows.find(feature).orElseThrow());
  }

  /**
   * What the next step must prove; empty at the last one. Where accounts must be named, the report
   * is that of any canary: the gate is the same.
   */
  public Optional<GateReport> gates(String feature) {
    cutover.current().of(feature);
    return database.inNewTransaction(
        () -> {
          FeatureState state = rows.find(feature).orElseThrow();
          return next(state.step()).map(to -> report(state, to));
        });
  }

  /** The audit behind a revision, at most so many entries, and whether their chain holds. */
  public Audit audit(long after, int limit) {
    return database.inNewTransaction(() -> audit.page(after, limit));
  }

  private Optional<Step> next(Step from) {
    Optional<Step> next = new Ladder(rows.accounts()).next(from);
    return from.stage() == Stage.SHADOW ? next.or(() -> Optional.of(Step.canary(1))) : next;
  }

  private Outcome obey(String feature, Order order) {
    long revision = rows.lockedRevision();
    FeatureState state = rows.find(feature).orElseThrow();
    Circumstances around =
        new Circumstances(
            clock.instant(),
            revision,
            true,
            new Ladder(rows.accounts()),
            freezes.openAt(clock.instant()),
            to -> report(state, to));
    Outcome outcome = new StageMachine(settings.rules()).decide(state, order, around);
    if (outcome instanceof Outcome.Accepted accepted) {
      rows.store(accepted.state(), accepted.entry());
    } else if (outcome instanceof Outcome.Awaiting awaiting) {
      rows.store(awaiting.state(), awaiting.entry());
    }
    return outcome;
  }

  private GateReport report(FeatureState state, Step to) {
    Instant now = clock.instant();
    Evidence known = evidence.about(state, rows.stepSince(state.feature()), now);
    return new Gates(gates.rules()).check(state.step(), to, known, now);
  }
}
