package io.thor.alert;

import io.thor.cutover.OperatorAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Alerts that wait to be sent, oldest first. One that fails is tried again after a pause that
 * doubles, so often and no more; where too many wait, the oldest goes.
 *
 * <p>Threads: any.
 */
final class AlertQueue {

  static final int MOST = 256;
  static final int TRIES = 10;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Queue<OperatorAlert> waiting = new ArrayDeque<>();
  private Instant notBefore = Instant.MIN;
  private int failures;
  private long dropped;

  /** Adds an alert; never waits. */
  synchronized void add(OperatorAlert alert) {
    if (waiting.size() == MOST) {
      removeFirst();
      dropped++;
    }
    waiting.add(alert);
  }

  /** The alert to be sent now, if one is due; it stays until it is told what became of it. */
  synchronized Optional<OperatorAlert> due(Instant now) {
    return now.isBefore(notBefore) ? Optional.empty() : Optional.ofNullable(waiting.peek());
  }

  /** An alert was sent. */
  synchronized void sent(OperatorAlert alert) {
    removeIfFirst(alert);
  }

  /**
   * An alert could not be sent.
   *
   * @return whether it was given up
   */
  synchronized boolean failed(OperatorAlert alert, Instant now) {
    if (waiting.peek() != alert) {
      return false;
    }
    failures++;
    if (failures >= TRIES) {
      removeFirst();
      dropped++;
      return true;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
    notBefore = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    return false;
  }

  /** How many were given up or had no room. */
  synchronized long dropped() {
    return dropped;
  }

  /** It may have lost its place to a newer one meanwhile. */
  private void removeIfFirst(OperatorAlert alert) {
    if (waiting.peek() == alert) {
      removeFirst();
    }
  }

  private void removeFirst() {
    waiting.remove();
    failures = 0;
    notBefore = Instant.MIN;
  }
}
