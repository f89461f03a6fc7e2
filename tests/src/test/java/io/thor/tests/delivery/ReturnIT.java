package io.thor.tests.delivery;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Restarts a server of its own under its clients; {@code thor.test.full} has more of them. */
@Isolated
@Tag("long")
class ReturnIT {
  private static final int CLIENTS = Boolean.getBoolean("thor.test.full") ? 1000 : 200;
  private static final int MOST_IN_ONE_SECOND = CLIENTS / 4;
  private static final String BARS = "intraday_bar:BTC-USD";
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final long RETURN_LIMIT_SECONDS = 30;
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int STOP_AT_SECOND = 54;

  @Test
  void allComeBackSpreadOverTimeAndMissNoBar() {
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    // What a client has given up counts until the server has seen that.
    settings.put("thor.push.max-sessions-per-user", "2000");
    settings.put("thor.push.max-sessions-per-address", "2000");
    try (ThorServer server = ThorServers.start(settings, SharedServer.ENVIRONMENT)) {
      Committed committed = new Committed();
      AtomicBoolean end = new AtomicBoolean();
      List<ReturningClient> clients = clients(server, committed, end);
      Fleet<Journal> fleet = new Fleet<>(clients);
      await(fleet, "all are there", () -> clients.stream().allMatch(ReturnIT::hasArrived));
      await(fleet, "all have bars", () -> clients.stream().allMatch(client -> bars(client) > 0));
      await(fleet, "a bar is nearly complete", () -> second() >= STOP_AT_SECOND);
      long barsBefore = committed.heads().get(BARS);

      server.stop();
      long stoppedNanos = System.nanoTime();
      server.start();
      long readyNanos = System.nanoTime();

      awaitReturn(fleet, clients, stoppedNanos);
      assertSpread(clients, stoppedNanos, readyNanos);
      await(fleet, "a bar is missed", () -> committed.heads().get(BARS) > barsBefore);
      Map<String, Long> goal = committed.heads();
      await(
          fleet,
          "all have all",
          () -> clients.stream().allMatch(client -> client.journal().hasReached(goal)));
      end.set(true);
      fleet.results(LIMIT);
    }
  }

  private static List<ReturningClient> clients(
      ThorServer server, Committed committed, AtomicBoolean end) {
    // One that asks while the server is not ready yet must not wait for long in vain.
    Doorway doorway = Doorway.of(server).within(Duration.ofSeconds(5));
    return IntStream.range(0, CLIENTS)
        .mapToObj(number -> new ReturningClient(doorway, new Journal(committed), end::get, number))
        .toList();
  }

  /** What makes a storm is when clients ask; a server that has just started answers later. */
  private static void assertSpread(
      List<ReturningClient> clients, long stoppedNanos, long readyNanos) {
    Map<Long, Integer> bySecond = new TreeMap<>();
    long last = 0;
    for (ReturningClient client : clients) {
      ReturningClient.Arrival back = since(stoppedNanos, client).get(0);
      long asked = Math.floorDiv(back.openedNanos() - readyNanos, SECOND_NANOS);
      long answered = Math.floorDiv(back.subscribedNanos() - readyNanos, SECOND_NANOS);
      assertTrue(
          answered < RETURN_LIMIT_SECONDS,
          () -> "one asked %d s and was answered %d s after readiness".formatted(asked, answered));
      bySecond.merge(asked, 1, Integer::sum);
      last = Math.max(last, answered);
    }
    bySecond.forEach(
        (second, count) ->
            assertTrue(count <= MOST_IN_ONE_SECOND, () -> "not spread: " + bySecond));
    System.getLogger(ReturnIT.class.getName())
        .log(
            Level.INFO,
            "asked, by seconds from readiness on: {0}; the last was answered in second {1}",
            bySecond,
            last);
  }

  /** All have one connection that was opened after a moment, and no other. */
  private static void awaitReturn(
      Fleet<Journal> fleet, List<ReturningClient> clients, long stoppedNanos) {
    fleet.await(
        LIMIT,
        () -> clients.stream().allMatch(client -> since(stoppedNanos, client).size() == 1),
        () -> {
          Map<String, Long> others =
              clients.stream()
                  .filter(client -> since(stoppedNanos, client).size() != 1)
                  .map(client -> since(stoppedNanos, client).size() + " of " + client.endings())
                  .collect(groupingBy(what -> what, TreeMap::new, counting()));
          return "all had to have one connection after the stop, but had " + others;
        });
  }

  private static void await(Fleet<Journal> fleet, String what, BooleanSupplier condition) {
    fleet.await(LIMIT, condition, () -> "in " + LIMIT + " it did not come true that " + what);
  }

  private static boolean hasArrived(ReturningClient client) {
    return !client.arrivals().isEmpty();
  }

  private static List<ReturningClient.Arrival> since(long nanos, ReturningClient client) {
    return client.arrivals().stream().filter(arrival -> arrival.openedNanos() - nanos > 0).toList();
  }

  private static long bars(ReturningClient client) {
    return client.journal().seq(BARS);
  }

  private static int second() {
    return Instant.now().atZone(ZoneOffset.UTC).getSecond();
  }
}
