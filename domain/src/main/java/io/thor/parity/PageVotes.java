package io.thor.parity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What pages say about one feature together. One user alone, who may err or lie, decides nothing:
 * two at least have to see faults, or to be stale. Not thread safe.
 */
final class PageVotes {

  private static final Duration COHORT = Duration.ofSeconds(60);
  private static final int FEWEST_USERS = 2;
  private static final long PERCENT = 100;

  private record Vote(Instant at, String user, long decided, long faults) {}

  private record State(Instant at, boolean stale) {}

  private final RollbackTriggers.Limits limits = RollbackTriggers.Limits.DEFAULTS;
  private final RollbackTriggers triggers = new RollbackTriggers(limits);
  private final Deque<Vote> votes = new ArrayDeque<>();
  private final Map<String, State> cohort = new HashMap<>();

  /**
   * Takes a user's report.
   *
   * @param drawsStream whether the user's pages draw the feature from WebSocket
   */
  void take(String user, PageReport report, boolean drawsStream, Instant now) {
    votes.addLast(new Vote(now, user, report.decided(), report.faults()));
    if (drawsStream) {
      boolean stale = report.staleNow().compareTo(limits.staleAfter()) > 0;
      cohort.put(user, new State(now, stale));
    } else {
      cohort.remove(user);
    }
  }

  /** The cause of a rollback in words, if there is one. */
  Optional<String> verdict(Instant now) {
    votes.removeIf(vote -> vote.at().isBefore(now.minus(limits.window())));
    cohort.values().removeIf(state -> state.at().isBefore(now.minus(COHORT)));
    return faulty().or(this::stale);
  }

  /** Forgets everything, for it has had its consequence. */
  void restart() {
    votes.clear();
    cohort.clear();
  }

  private Optional<String> faulty() {
    long decided = votes.stream().mapToLong(Vote::decided).sum();
    long faults = votes.stream().mapToLong(Vote::faults).sum();
    long users =
        votes.stream().filter(vote -> vote.faults() > 0).map(Vote::user).distinct().count();
    boolean over =
        users >= FEWEST_USERS
            && decided >= limits.fewest()
            && faults * PERCENT > decided * limits.faultyPercent();
    return over
        ? Optional.of(
            "pages of %d users found %d of %d comparisons faulty, over %d %%"
                .formatted(users, faults, decided, limits.faultyPercent()))
        : Optional.empty();
  }

  private Optional<String> stale() {
    long stale = cohort.values().stream().filter(State::stale).count();
    return stale >= FEWEST_USERS ? triggers.stale(stale, cohort.size()) : Optional.empty();
  }
}
