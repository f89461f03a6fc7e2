package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cuts connections at random, on servers of its own; {@code thor.test.full} does it at length. */
@Tag("many-clients")
@Order(6)
class CutConnectionsIT {
  private static final boolean FULL = Boolean.getBoolean("thor.test.full");
  private static final int CLIENTS = FULL ? 200 : 25;
  private static final int CUTS = FULL ? 50 : 12;
  private static final String ENTRIES_PER_SECOND = "40";
  private static final Duration SHORT_LIFE = Duration.ofSeconds(1);
  private static final Duration LONG_LIFE = Duration.ofSeconds(4);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration END_LIMIT = Duration.ofSeconds(30);

  @Test
  void losesNoEntryOfLogsThatGoOnAllTheTime() {
    Map<String, String> settings =
        Map.of(
            "thor.feed", "synthetic",
            "thor.feed.synthetic.rate-per-second", ENTRIES_PER_SECOND,
            "thor.feed.synthetic.symbols", "4");
    cutAndCompare(settings, SHORT_LIFE, "synthetic:S0");
  }

  @Test
  void losesNoBarAndEndsAtTheLatestStates() {
    cutAndCompare(Map.of(), LONG_LIFE, "intraday_bar:BTC-USD");
  }

  /**
   * Cuts the clients while one that is never cut goes on, then lets all read up to what that one,
   * or anybody, has.
   *
   * @param log that has to go on meanwhile, by the one that is never cut
   */
  private static void cutAndCompare(Map<String, String> more, Duration longest, String log) {
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.push.max-sessions-per-user", "1000");
    settings.putAll(more);
    try (ThorServer server = ThorServers.start(settings, SharedServer.ENVIRONMENT)) {
      Committed committed = new Committed();
      List<Journal> journals =
          Stream.generate(() -> new Journal(committed)).limit(CLIENTS + 1).toList();
      Journal witness = journals.get(0);
      AtomicLong first = new AtomicLong();
      AtomicBoolean end = new AtomicBoolean();
      CountDownLatch cutEnough = new CountDownLatch(journals.size());
      CutClient.Plan never = new CutClient.Plan(0, longest, () -> true, cutEnough, end::get);
      CutClient.Plan often =
          new CutClient.Plan(
              CUTS, longest, () -> hasGoneOn(witness.seq(log), first), cutEnough, end::get);
      Doorway doorway = Doorway.of(server);
      Fleet<Journal> fleet =
          new Fleet<>(
              journals.stream()
                  .map(
                      journal ->
                          new CutClient(doorway, journal, journal == witness ? never : often))
                  .toList());
      fleet.await(LIMIT, () -> cutEnough.getCount() == 0, () -> cutEnough + " are being cut");
      assertAllReach(fleet, journals, committed.heads());
      end.set(true);
      fleet.results(LIMIT);
    }
  }

  private static boolean hasGoneOn(long seq, AtomicLong first) {
    first.compareAndSet(0, seq);
    return seq > first.get();
  }

  private static void assertAllReach(
      Fleet<Journal> fleet, List<Journal> journals, Map<String, Long> goal) {
    assertTrue(goal.size() > 1, () -> "nothing was sent but " + goal);
    fleet.await(
        END_LIMIT,
        () -> journals.stream().allMatch(journal -> journal.hasReached(goal)),
        () ->
            "of %s is not held: %s"
                .formatted(
                    goal,
                    journals.stream()
                        .map(journal -> journal.missing(goal))
                        .filter(missing -> !missing.isEmpty())
                        .toList()));
  }
}
