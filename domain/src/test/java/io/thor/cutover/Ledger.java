package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.MessageTypes;
import io.thor.storage.MemoryDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Follows what is stored, and asserts after each event that it may have come of it. */
final class Ledger {

  private final MemoryDatabase database;
  private final Map<Long, StoredCutover> committed = new HashMap<>();
  private StoredCutover present;

  Ledger(MemoryDatabase database) {
    this.database = database;
    present = StoredCutover.read(database, 0);
    committed.put(present.revision(), present);
  }

  /** What was stored after the last event. */
  StoredCutover present() {
    return present;
  }

  /** Fails for a revision at which nothing was committed. */
  private StoredCutover at(long revision) {
    return Optional.ofNullable(committed.get(revision)).orElseThrow();
  }

  /** The highest stage that a feature ever had. */
  Stage highest() {
    return committed.values().stream()
        .flatMap(stored -> stored.states().values().stream())
        .map(state -> state.step().stage())
        .max(Stage::compareTo)
        .orElse(Stage.OFF);
  }

  /** Reads what is stored after an event. */
  void follow(Cause cause) {
    StoredCutover before = present;
    present = StoredCutover.read(database, before.revision());
    committed.put(present.revision(), present);
    assertEquals(Optional.empty(), present.news().broken());
    assertEquals(
        LongStream.rangeClosed(before.revision() + 1, present.revision()).boxed().toList(),
        present.entries().stream().map(AuditEntry::revision).toList(),
        "one revision for each entry of the audit");
    present.entries().forEach(entry -> assertTrue(cause.mayWrite(entry), entry::toString));
    MessageTypes.features().forEach(feature -> follow(feature, before, cause));
  }

  private void follow(String feature, StoredCutover before, Cause cause) {
    List<AuditEntry> entries =
        present.entries().stream().filter(entry -> entry.feature().equals(feature)).toList();
    if (entries.isEmpty()) {
      assertEquals(
          before.find(feature).map(Ledger::withoutEnvironment),
          present.find(feature).map(Ledger::withoutEnvironment),
          "no change without an entry of the audit");
      return;
    }
    assertEquals(1, entries.size(), "entries of " + feature);
    FeatureState after = present.state(feature);
    assertEquals(entries.get(0).revision(), after.revision(), "state and audit are of one change");
    assertEquals(entries.get(0).at(), after.changedAt());
    Step from = before.step(feature);
    assertTrue(
        from.covers(after.step()) || cause.mayRaise(feature, before.find(feature), after.step()),
        () -> "%s raised %s to %s".formatted(cause, from.label(), after.label(after.changedAt())));
  }

  /** What is remembered of the environment is no change of the cutover. */
  private static FeatureState withoutEnvironment(FeatureState state) {
    return state.remembering(new EnvironmentMemory(false, Optional.empty(), false));
  }

  /** Each node shows what was stored at its revision, capped. */
  void compare(Node node) {
    List<Long> told = node.told.fired().stream().map(CutoverStatus::revision).toList();
    assertEquals(told.stream().distinct().sorted().toList(), told, "each change is told once");
    CutoverStatus status = node.cutover.current();
    StoredCutover stored = at(status.revision());
    for (FeatureStage shown : status.features()) {
      String feature = shown.feature();
      Stage expected = node.environment.capped(feature, stored.step(feature).stage());
      assertEquals(expected, shown.stage(), feature);
    }
  }

  /** The whole audit, by pages as clients read it. */
  List<AuditChain.Link> verifiedAudit(CutoverOrders orders) {
    List<AuditChain.Link> all = new ArrayList<>();
    Optional<Long> after = Optional.of(0L);
    while (after.isPresent()) {
      Audit page = orders.audit(after.get(), 7);
      assertEquals(Optional.empty(), page.broken());
      all.addAll(page.entries());
      after = page.next();
    }
    assertEquals(Optional.empty(), AuditChain.verify(all, 0, present.revision()));
    assertEquals(present.revision(), all.size());
    return all;
  }
}
