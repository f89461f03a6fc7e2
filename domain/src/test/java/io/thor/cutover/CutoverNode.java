package io.thor.cutover;

import io.thor.message.MessageTypes;
import io.thor.storage.Database;
import io.thor.storage.DatabaseDownException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A node whose features are all {@code LIVE} at revision 4, on a database in memory that goes away
 * when a test says so. Not thread safe.
 */
final class CutoverNode {

  final Rows rows;
  final Cutover cutover;
  final CutoverOrders orders;
  boolean isDown;
  private final WiredCutover wired;

  CutoverNode(Clock clock) {
    rows = new Rows(clock.instant());
    wired = new WiredCutover(new MemoryDatabase(), rows, new Uncapped(), new NeverFrozen(), clock);
    cutover = wired.cutover;
    orders = wired.orders;
  }

  /** What sessions were told, in order. */
  List<CutoverStatus> told() {
    return wired.told.fired();
  }

  List<OperatorAlert> alerts() {
    return wired.alerts.fired();
  }

  /** Takes back what a transaction changed that failed. */
  private final class MemoryDatabase extends Database {
    @Override
    public void requireAnswer() {
      if (isDown) {
        throw new DatabaseDownException(new IllegalStateException("no connection"));
      }
    }

    @Override
    public <T> T inNewTransaction(Supplier<T> work) {
      requireAnswer();
      Rows before = rows.copy();
      try {
        return work.get();
      } catch (RuntimeException e) {
        rows.become(before);
        throw e;
      }
    }
  }

  private static final class Uncapped extends CutoverSettings {
    @Override
    Caps caps(String feature) {
      return new Caps("X", Optional.empty(), false);
    }

    @Override
    MachineRules rules() {
      return MachineRules.STRICT;
    }
  }

  private static final class NeverFrozen extends Freezes {
    @Override
    public Optional<String> openAt(Instant now) {
      return Optional.empty();
    }
  }

  /** The stored states and the audit. */
  static final class Rows extends CutoverRows {
    final List<AuditEntry> audit = new ArrayList<>();
    boolean refusing;
    private final Map<String, FeatureState> states = new HashMap<>();
    private long revision = 4;

    Rows(Instant now) {
      for (String feature : MessageTypes.features()) {
        EnvironmentMemory none = new EnvironmentMemory(false, Optional.empty(), false);
        states.put(
            feature,
            new FeatureState(
                feature, Step.LIVE, Overlay.NONE, Optional.empty(), none, "test", 4, now));
      }
    }

    /** What another node does. */
    void change(String feature, Step step, Overlay overlay) {
      revision++;
      FeatureState state = states.get(feature);
      store(state.moved(step, overlay).explained("elsewhere", revision, state.changedAt()));
    }

    private Rows copy() {
      Rows copy = new Rows(Instant.EPOCH);
      copy.become(this);
      return copy;
    }

    private void become(Rows other) {
      states.clear();
      states.putAll(other.states);
      audit.clear();
      audit.addAll(other.audit);
      revision = other.revision;
    }

    @Override
    long revision() {
      return revision;
    }

    @Override
    long lockedRevision() {
      return revision;
    }

    @Override
    Optional<FeatureState> find(String feature) {
      return Optional.ofNullable(states.get(feature));
    }

    @Override
    List<FeatureState> all() {
      return List.copyOf(states.values());
    }

    @Override
    void store(FeatureState state) {
      states.put(state.feature(), state);
    }

    @Override
    void store(FeatureState state, AuditEntry entry) {
      if (refusing) {
        throw new IllegalStateException("a constraint is violated");
      }
      store(state);
      audit.add(entry);
      revision = entry.revision();
    }

    @Override
    long accounts() {
      return 1000;
    }
  }
}
