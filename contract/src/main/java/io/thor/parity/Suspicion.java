package io.thor.parity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A fault that further polls confirm or not: two of them decide, a second apart. One that finds
 * nothing wrong makes it transient. What the stream alone did is confirmed at once.
 *
 * <p>Threads: not thread safe.
 */
public final class Suspicion {

  /** What became of it. */
  public enum Result {
    CONFIRMED,
    /** It did not last; counted all the same. */
    TRANSIENT
  }

  private static final int POLLS = 2;
  private static final int UNDECIDED_POLLS = 5;
  private static final Duration APART = Duration.ofSeconds(1);

  private final Finding first;
  private int faults;
  private int undecided;
  private boolean vanished;
  private Instant nextPoll;

  /** Errors: {@link IllegalArgumentException} when the finding is no fault. */
  public Suspicion(Finding first, Instant now) {
    if (!first.verdict().isFault()) {
      throw new IllegalArgumentException("verdict " + first.verdict() + " is no fault");
    }
    this.first = first;
    this.nextPoll = now.plus(APART);
  }

  public Finding first() {
    return first;
  }

  /** When REST is to be asked again; empty once it is decided. */
  public Optional<Instant> nextPoll() {
    return result().isPresent() ? Optional.empty() : Optional.of(nextPoll);
  }

  /** Takes the finding of a further poll; one that waits for the stream says nothing yet. */
  public void repolled(Finding again, Instant now) {
    nextPoll = now.plus(APART);
    if (again.verdict() == Verdict.WAITING) {
      return;
    }
    if (again.verdict() == Verdict.UNDECIDED) {
      undecided++;
    } else if (again.verdict().isFault()) {
      faults++;
    } else {
      vanished = true;
    }
  }

  /** Empty while it needs another poll. */
  public Optional<Result> result() {
    if (!first.verdict().isRepolled()) {
      return Optional.of(Result.CONFIRMED);
    }
    if (vanished || undecided >= UNDECIDED_POLLS) {
      return Optional.of(Result.TRANSIENT);
    }
    return faults >= POLLS ? Optional.of(Result.CONFIRMED) : Optional.empty();
  }

  /** What is to be done: nothing unless it is confirmed. */
  public Action action() {
    return result().filter(Result.CONFIRMED::equals).isPresent() ? first.action() : Action.NONE;
  }
}
