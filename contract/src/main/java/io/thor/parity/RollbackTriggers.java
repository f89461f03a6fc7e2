package io.thor.parity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What rolls a feature back besides a confirmed fault on a critical field: too many faulty
 * comparisons in a while, or too many stale sessions.
 *
 * <p>Threads: not thread safe.
 */
public final class RollbackTriggers {

  /**
   * The limits.
   *
   * @param faultyPercent over this share of the comparisons
   * @param fewest of at least so many
   * @param window in this time
   * @param stalePercent over this share of the cohort's sessions
   * @param staleAfter without data for longer than this
   */
  public record Limits(
      int faultyPercent, int fewest, Duration window, int stalePercent, Duration staleAfter) {

    public static final Limits DEFAULTS =
        new Limits(1, 50, Duration.ofMinutes(5), 5, Duration.ofSeconds(15));
  }

  private record Compared(Instant at, boolean faulty) {}

  private static final long PERCENT = 100;

  private final Limits limits;
  private final Deque<Compared> recent = new ArrayDeque<>();
  private long faulty;

  public RollbackTriggers(Limits limits) {
    this.limits = limits;
  }

  /** Counts one decided comparison; the cause of a rollback, in words, when it was one too many. */
  public Optional<String> compared(boolean wasFaulty, Instant now) {
    recent.addLast(new Compared(now, wasFaulty));
    faulty += wasFaulty ? 1 : 0;
    forget(now);
    boolean over =
        recent.size() >= limits.fewest()
            && faulty * PERCENT > recent.size() * (long) limits.faultyPercent();
    return over
        ? Optional.of(
            "%d of %d comparisons in %d min faulty, over %d %%"
                .formatted(
                    faulty, recent.size(), limits.window().toMinutes(), limits.faultyPercent()))
        : Optional.empty();
  }

  /**
   * The cause of a rollback, in words, when too many sessions are stale.
   *
   * @param stale sessions without data for longer than the limit
   * @param cohort all sessions that render from WebSocket
   */
  public Optional<String> stale(long stale, long cohort) {
    return stale * PERCENT > cohort * limits.stalePercent()
        ? Optional.of(
            "%d of %d sessions stale for over %d s, over %d %%"
                .formatted(stale, cohort, limits.staleAfter().toSeconds(), limits.stalePercent()))
        : Optional.empty();
  }

  private void forget(Instant now) {
    Instant since = now.minus(limits.window());
    while (recent.getFirst().at().isBefore(since)) {
      faulty -= recent.removeFirst().faulty() ? 1 : 0;
    }
  }
}
