package io.thor.socket;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The batches of one pass over the sessions, made once for all that are due the same. Not thread
 * safe.
 */
final class BatchCache {

  private record Due(long from, long to, Subscription subscription, boolean wrapped) {}

  private final SharedLog log;
  private final Map<Due, Optional<Batch>> made = new HashMap<>();

  BatchCache(SharedLog log) {
    this.log = log;
  }

  /** Starts a new pass. */
  void clear() {
    made.clear();
  }

  /**
   * What a session gets of the shared log, or empty when nothing of it is for the session.
   *
   * <p>Errors: {@link TooSlowException} when the log has forgotten a part of it.
   */
  Optional<Batch> of(long from, long to, Subscription subscription, boolean wrapped) {
    return made.computeIfAbsent(new Due(from, to, subscription, wrapped), this::make);
  }

  /** The frames of the shared log that a subscription wants. */
  List<WireFrame> frames(long from, long to, Subscription subscription) {
    List<WireFrame> all = log.read(from, to).orElseThrow(TooSlowException::new);
    return all.stream().allMatch(wire -> subscription.wants(wire.frame()))
        ? all
        : all.stream().filter(wire -> subscription.wants(wire.frame())).toList();
  }

  private Optional<Batch> make(Due due) {
    List<WireFrame> frames = Conflation.of(frames(due.from(), due.to(), due.subscription()));
    return frames.isEmpty() ? Optional.empty() : Optional.of(Batch.shared(frames, due.wrapped()));
  }
}
