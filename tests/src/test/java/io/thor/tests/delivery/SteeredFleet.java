package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.ThorServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Many full clients of the trader that follow the cutover. */
public final class SteeredFleet implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final AtomicBoolean end = new AtomicBoolean();
  private final List<SteeredClient> clients;
  private final Fleet<Void> fleet;

  private SteeredFleet(ThorServer server, int size) {
    Doorway doorway = Doorway.of(server);
    clients = Stream.generate(() -> new SteeredClient(doorway, end::get)).limit(size).toList();
    fleet = new Fleet<>(clients);
  }

  /** Opens the connections and waits until all are greeted. */
  public static SteeredFleet open(ThorServer server, int size) {
    SteeredFleet opened = new SteeredFleet(server, size);
    opened.fleet.await(
        LIMIT,
        () -> opened.clients.stream().allMatch(SteeredClient::isWelcome),
        () -> "not all are greeted");
    return opened;
  }

  /**
   * How long it takes from the moment before a command until each client is told to draw a feature
   * from REST; in milliseconds, sorted.
   */
  public List<Long> untilOnRestMs(String feature, Runnable command) {
    assertTrue(clients.stream().allMatch(client -> client.onRestSinceNanos(feature).isEmpty()));
    long startNanos = System.nanoTime();
    command.run();
    return onRestSinceNanos(feature, LIMIT).stream()
        .map(nanos -> TimeUnit.NANOSECONDS.toMillis(nanos - startNanos))
        .toList();
  }

  /** When each client was told to draw a feature from REST, sorted; waits until all have been. */
  public List<Instant> onRestSince(String feature, Duration limit) {
    List<Long> told = onRestSinceNanos(feature, limit);
    Instant now = Instant.now();
    long nowNanos = System.nanoTime();
    return told.stream().map(nanos -> now.minusNanos(nowNanos - nanos)).toList();
  }

  private List<Long> onRestSinceNanos(String feature, Duration limit) {
    fleet.await(
        limit,
        () -> clients.stream().allMatch(client -> client.onRestSinceNanos(feature).isPresent()),
        () -> "not all were told of " + feature);
    return clients.stream()
        .map(client -> client.onRestSinceNanos(feature).orElseThrow())
        .sorted()
        .toList();
  }

  /** Lets the clients leave with their next frame, a heartbeat at the latest. */
  @Override
  public void close() {
    end.set(true);
    fleet.results(LIMIT);
  }
}
