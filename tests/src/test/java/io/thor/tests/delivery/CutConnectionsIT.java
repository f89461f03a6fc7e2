package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cuts connections at random, on servers of its own; {@code thor.test.full} does it at length. */
class CutConnectionsIT {
  private static final boolean FULL = Boolean.getBoolean("thor.test.full");
  private static final int CLIENTS = FULL ? 200 : 50;
  private static final int CUTS = FULL ? 50 : 20;
  private static final String BARS = "intraday_bar:BTC-USD";
  private static final String ENTRIES_PER_SECOND = "40";
  private static final Duration SHORT_LIFE = Duration.ofSeconds(1);
  private static final Duration LONG_LIFE = Duration.ofSeconds(4);
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Test
  void losesNoEntryOfLogsThatGoOnAllTheTime() {
    Map<String, String> settings =
        Map.of(
            "thor.feed", "synthetic",
            "thor.feed.synthetic.rate-per-second", ENTRIES_PER_SECOND,
            "thor.feed.synthetic.symbols", "4");
    cutAndCompare(settings, SHORT_LIFE, journal -> true);
  }

  @Test
  void losesNoBarAndEndsAtTheLatestStates() {
    AtomicReference<Long> first = new AtomicReference<>(0L);
    cutAndCompare(
        Map.of(),
        LONG_LIFE,
        witness -> {
          first.compareAndSet(0L, witness.seq(BARS));
          return first.get() > 0 && witness.seq(BARS) > first.get();
        });
  }

  /**
   * Cuts the clients while one that is never cut goes on, then lets all read up to what that one,
   * or anybody, has.
   *
   * @param enough whether enough has happened, by the one that is never cut
   */
  private static void cutAndCompare(
      Map<String, String> more, Duration longest, Predicate<Journal> enough) {
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.push.max-sessions-per-user", "1000");
    settings.putAll(more);
    try (ThorServer server = ThorServers.start(settings, SharedServer.ENVIRONMENT)) {
      Doorway doorway = Doorway.of(server);
      Committed committed = new Committed();
      AtomicReference<Optional<Map<String, Long>>> goal = new AtomicReference<>(Optional.empty());
      CountDownLatch cutEnough = new CountDownLatch(CLIENTS + 1);
      Journal witness = new Journal(committed);
      CutClient.Plan never =
          new CutClient.Plan(0, longest, () -> true, cutEnough, goal::get);
      CutClient.Plan often =
          new CutClient.Plan(CUTS, longest, () -> enough.test(witness), cutEnough, goal::get);
      Fleet<Journal> fleet =
          new Fleet<>(
              IntStream.rangeClosed(0, CLIENTS)
                  .mapToObj(
                      number ->
                          number == 0
                              ? new CutClient(doorway, witness, never, number)
                              : new CutClient(doorway, new Journal(committed), often, number))
                  .toList());
      assertTrue(
          Await.until(
              () -> {
                fleet.assertHealthy();
                return cutEnough.getCount() == 0;
              },
              LIMIT),
          () -> cutEnough.getCount() + " clients are still being cut");
      goal.set(Optional.of(committed.heads()));
      fleet.results(LIMIT);
      assertTrue(committed.heads().size() > 1, () -> "only " + committed.heads() + " was sent");
    }
  }
}
