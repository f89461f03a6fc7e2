package io.thor.parity;

import java.time.Duration;

/**
 * The patience of a comparator.
 *
 * @param poll from one REST poll to the next
 * @param streamWait how long the stream may lag behind REST
 */
public record ComparatorTimes(Duration poll, Duration streamWait) {

  private static final Duration LEAST_MEMORY = Duration.ofSeconds(30);

  /** Two seconds for the stream. */
  public static ComparatorTimes polling(Duration poll) {
    return new ComparatorTimes(poll, Duration.ofSeconds(2));
  }

  Duration staleAfter() {
    return poll.multipliedBy(2);
  }

  /** How long a state is kept after the next one came. */
  Duration memory() {
    Duration twoPolls = staleAfter();
    return twoPolls.compareTo(LEAST_MEMORY) > 0 ? twoPolls : LEAST_MEMORY;
  }
}
