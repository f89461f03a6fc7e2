package io.thor.parity;

import io.thor.cutover.Evidence;
import io.thor.market.MarketCalendar;
import io.thor.market.MarketState;
import io.thor.message.MarketStatusUpdate.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Holds the changes of markets that were compared against those that their calendars promise.
 *
 * @param equal the moments of a market's changes that were equal on both paths
 */
record SessionDays(List<MarketCalendar> markets, Function<MarketCalendar, List<Instant>> equal) {

  /** How long after its moment a change may be committed. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Days before this are not looked at. */
  private static final Duration FARTHEST = Duration.ofDays(14);

  /**
   * One whole session day of every market that closes at all, of each the last that was all equal,
   * else the last. Nothing is expected while some market has none yet.
   */
  Evidence.Transitions transitions(Instant since, Instant now) {
    Instant from = from(since, now);
    long expected = 0;
    long seen = 0;
    for (MarketCalendar market : markets) {
      if (market.stateAt(from).nextStatusAt().isEmpty()) {
        continue;
      }
      Optional<Evidence.Transitions> day = best(days(market, from, now), equal.apply(market));
      if (day.isEmpty()) {
        return new Evidence.Transitions(0, 0);
      }
      expected += day.get().expected();
      seen += day.get().equal();
    }
    return new Evidence.Transitions(expected, seen);
  }

  /**
   * All changes since a moment instead, whichever days they belong to: for rehearsals.
   *
   * @param patience how long after its moment a change may be committed
   */
  Evidence.Transitions changes(Instant since, Instant now, Duration patience) {
    long expected = 0;
    long seen = 0;
    for (MarketCalendar market : markets) {
      Evidence.Transitions found =
          compared(
              changesOf(market, from(since, now), now.minus(patience)),
              equal.apply(market),
              patience);
      expected += found.expected();
      seen += found.equal();
    }
    return new Evidence.Transitions(expected, seen);
  }

  private static Instant from(Instant since, Instant now) {
    Instant farthest = now.minus(FARTHEST);
    return since.isBefore(farthest) ? farthest : since;
  }

  private static List<Instant> changesOf(MarketCalendar market, Instant from, Instant to) {
    List<Instant> changes = new ArrayList<>();
    Optional<Instant> next = market.stateAt(from).nextStatusAt();
    while (next.filter(at -> at.isBefore(to)).isPresent()) {
      changes.add(next.get());
      next = market.stateAt(next.get()).nextStatusAt();
    }
    return changes;
  }

  private static Optional<Evidence.Transitions> best(
      List<List<Instant>> days, List<Instant> equal) {
    Optional<Evidence.Transitions> best = Optional.empty();
    for (List<Instant> day : days) {
      Evidence.Transitions found = compared(day, equal, PATIENCE);
      boolean worse =
          best.filter(before -> before.equal() == before.expected()).isPresent()
              && found.equal() < found.expected();
      best = worse ? best : Optional.of(found);
    }
    return best;
  }

  private static Evidence.Transitions compared(
      List<Instant> changes, List<Instant> equal, Duration patience) {
    long seen =
        changes.stream()
            .filter(
                change ->
                    equal.stream()
                        .anyMatch(at -> !at.isBefore(change) && at.isBefore(change.plus(patience))))
            .count();
    return new Evidence.Transitions(changes.size(), seen);
  }

  /** The changes of each whole day, from the first out of {@code CLOSED} to that back into it. */
  private static List<List<Instant>> days(MarketCalendar market, Instant from, Instant now) {
    List<List<Instant>> days = new ArrayList<>();
    List<Instant> day = new ArrayList<>();
    MarketState state = market.stateAt(from);
    boolean whole = false;
    for (Instant at : changesOf(market, from, now.minus(PATIENCE))) {
      whole |= state.status() == Status.CLOSED;
      if (whole) {
        day.add(at);
      }
      state = market.stateAt(at);
      if (whole && state.status() == Status.CLOSED) {
        days.add(List.copyOf(day));
        day.clear();
      }
    }
    return days;
  }
}
