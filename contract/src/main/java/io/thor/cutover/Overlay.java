package io.thor.cutover;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What lies over a stage and keeps it from advancing. */
public sealed interface Overlay {

  Overlay NONE = new None();

  /** Why no advance is possible at a moment; empty when nothing is in the way. */
  Optional<String> holdAt(Instant now);

  /** The name on the wire while it holds, {@code PAUSED} or {@code ROLLED_BACK}. */
  Optional<String> nameAt(Instant now);

  /** Whether it was rolled back and nobody has taken note of it. */
  default boolean isLatched() {
    return false;
  }

  /** Nothing is in the way. */
  record None() implements Overlay {
    @Override
    public Optional<String> holdAt(Instant now) {
      return Optional.empty();
    }

    @Override
    public Optional<String> nameAt(Instant now) {
      return Optional.empty();
    }
  }

  /** Holds where it is, until it is resumed. */
  record Paused(Instant since) implements Overlay {
    @Override
    public Optional<String> holdAt(Instant now) {
      return Optional.of("it is paused since " + since + "; resume it");
    }

    @Override
    public Optional<String> nameAt(Instant now) {
      return Optional.of("PAUSED");
    }
  }

  /**
   * Latched after a rollback.
   *
   * @param until no advance before, even when acknowledged
   * @param acknowledged when somebody took note of it
   */
  record RolledBack(Instant since, Instant until, Optional<Instant> acknowledged)
      implements Overlay {

    static RolledBack at(Instant now, Duration coolOff) {
      return new RolledBack(now, now.plus(coolOff), Optional.empty());
    }

    @Override
    public boolean isLatched() {
      return acknowledged.isEmpty();
    }

    RolledBack acknowledgedAt(Instant now) {
      return new RolledBack(since, until, Optional.of(now));
    }

    @Override
    public Optional<String> holdAt(Instant now) {
      if (isLatched()) {
        return Optional.of(
            "it was rolled back at %s; acknowledge it, and wait until %s".formatted(since, until));
      }
      return now.isBefore(until)
          ? Optional.of("it was rolled back at %s; wait until %s".formatted(since, until))
          : Optional.empty();
    }

    @Override
    public Optional<String> nameAt(Instant now) {
      return holdAt(now).map(words -> "ROLLED_BACK");
    }
  }
}
