package io.thor.jobs.parity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When REST is to be asked for a topic, and whether it answers. Not thread safe. */
final class PollPlan {

  /** After so many failures in a row REST is held to be down; two of them are re-polls. */
  private static final int FAILURES = 3;

  private static final Duration APART = Duration.ofSeconds(1);

  private final Duration poll;
  private boolean begun;
  private boolean asking;
  private boolean everAnswered;
  private int failures;
  private Instant next;

  PollPlan(Duration poll, Instant first) {
    this.poll = poll;
    this.next = first;
  }

  /** From now on REST is asked. */
  void begin() {
    begun = true;
  }

  /**
   * Whether REST is to be asked now; then it counts as asked.
   *
   * @param sooner when something wants to know earlier than the next turn
   */
  boolean claim(Optional<Instant> sooner, Instant now) {
    Instant due = sooner.filter(at -> at.isBefore(next)).orElse(next);
    if (!begun || asking || now.isBefore(due)) {
      return false;
    }
    asking = true;
    next = now.plus(poll);
    return true;
  }

  void answered() {
    asking = false;
    everAnswered = true;
    failures = 0;
  }

  /**
   * Takes a failure; true once, when it is one too many.
   *
   * @param notYet whether REST says that there is nothing yet, which is no failure at first
   */
  boolean failed(boolean notYet, Instant at) {
    asking = false;
    next = at.plus(APART);
    if (notYet && !everAnswered) {
      return false;
    }
    failures++;
    return failures == FAILURES;
  }

  boolean isDown() {
    return failures >= FAILURES;
  }

  /** Whether an answer took so long that the next poll has overtaken it. */
  boolean isTooSlow(Duration took) {
    return took.compareTo(poll) > 0;
  }
}
