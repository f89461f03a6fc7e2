package io.thor.parity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * The recent states of one topic, as the stream brought them. Not thread safe.
 *
 * <p>A state is forgotten a while after its successor came; the last one never.
 */
final class StateRing {

  private record Kept(Snapshot state, Instant came) {}

  private final TopicKind kind;
  private final Duration memory;
  private final Deque<Kept> states = new ArrayDeque<>();
  private final Set<String> formerEpochs = new HashSet<>();
  private Instant epochSince = Instant.MIN;

  StateRing(TopicKind kind, Duration memory) {
    this.kind = kind;
    this.memory = memory;
  }

  /** Takes the next state; the verdict is about the order of the stream alone. */
  Verdict add(Snapshot state, Instant now) {
    if (formerEpochs.contains(state.epoch())) {
      return Verdict.REORDERED;
    }
    if (isNewEpoch(state)) {
      formerEpochs.add(states.getLast().state().epoch());
      epochSince = now;
      states.clear();
    }
    Optional<Snapshot> same = find(state.epoch(), state.seq());
    if (same.isPresent()) {
      boolean repeated = kind == TopicKind.LOG || !same.get().equals(state);
      return repeated ? Verdict.DUPLICATE : Verdict.EQUAL;
    }
    if (!states.isEmpty() && state.seq() < states.getLast().state().seq()) {
      return Verdict.REORDERED;
    }
    boolean again =
        kind == TopicKind.LOG
            && states.stream().anyMatch(kept -> kept.state().data().equals(state.data()));
    states.addLast(new Kept(state, now));
    forget(now);
    return again ? Verdict.DUPLICATE : Verdict.EQUAL;
  }

  Optional<Snapshot> find(String epoch, long seq) {
    return states.stream()
        .map(Kept::state)
        .filter(state -> state.seq() == seq && state.epoch().equals(epoch))
        .findFirst();
  }

  /** Whether the stream has not come to a position yet, or not to its epoch. */
  boolean isBehind(Snapshot rest) {
    if (isOfFormerEpoch(rest)) {
      return false;
    }
    return states.isEmpty()
        || !states.getLast().state().epoch().equals(rest.epoch())
        || states.getLast().state().seq() < rest.seq();
  }

  private boolean isOfFormerEpoch(Snapshot rest) {
    return formerEpochs.contains(rest.epoch());
  }

  /** Whether a position lies before the oldest state that is kept. */
  boolean isForgotten(Snapshot rest) {
    return isOfFormerEpoch(rest) || states.getFirst().state().seq() > rest.seq();
  }

  /** Whether the stream left a position behind longer ago than a limit. */
  boolean isLeftBehind(Snapshot rest, Duration limit, Instant now) {
    if (isOfFormerEpoch(rest)) {
      return Duration.between(epochSince, now).compareTo(limit) > 0;
    }
    return states.stream()
        .filter(kept -> kept.state().seq() > rest.seq())
        .findFirst()
        .filter(next -> Duration.between(next.came(), now).compareTo(limit) > 0)
        .isPresent();
  }

  Collection<Value> data() {
    return states.stream().map(kept -> kept.state().data()).toList();
  }

  private boolean isNewEpoch(Snapshot state) {
    return !states.isEmpty() && !states.getLast().state().epoch().equals(state.epoch());
  }

  private void forget(Instant now) {
    Iterator<Kept> oldest = states.iterator();
    oldest.next();
    int forgotten = 0;
    while (oldest.hasNext() && Duration.between(oldest.next().came(), now).compareTo(memory) > 0) {
      forgotten++;
    }
    for (int i = 0; i < forgotten; i++) {
      states.removeFirst();
    }
  }
}
