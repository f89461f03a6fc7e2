package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Many full clients of one user that follow the cutover. */
final class SteeredFleet implements AutoCloseable {
  private static final int OPENING_AT_ONCE = 50;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final List<SteeredClient> clients;
  private final List<WebSocket> sockets = new ArrayList<>();

  private SteeredFleet(int size) {
    clients = Stream.generate(SteeredClient::new).limit(size).toList();
  }

  /** Opens the connections and waits until all are greeted. */
  static SteeredFleet open(ThorClient user, int size) {
    SteeredFleet fleet = new SteeredFleet(size);
    for (int from = 0; from < size; from += OPENING_AT_ONCE) {
      List<CompletableFuture<WebSocket>> opening =
          fleet.clients.subList(from, Math.min(from + OPENING_AT_ONCE, size)).stream()
              .map(user::listen)
              .toList();
      opening.forEach(socket -> fleet.sockets.add(socket.join()));
    }
    fleet.clients.forEach(
        client -> client.welcome().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join());
    return fleet;
  }

  /**
   * How long it takes from the moment before a command until each client is told to draw a feature
   * from REST; in milliseconds, sorted.
   */
  List<Long> untilOnRestMs(String feature, Runnable command) {
    assertTrue(clients.stream().allMatch(client -> client.onRestSinceNanos(feature).isEmpty()));
    long startNanos = System.nanoTime();
    command.run();
    assertTrue(
        Await.until(
            () -> clients.stream().allMatch(c -> c.onRestSinceNanos(feature).isPresent()), LIMIT),
        () -> "not all were told of " + feature);
    return clients.stream()
        .map(client -> client.onRestSinceNanos(feature).orElseThrow() - startNanos)
        .map(TimeUnit.NANOSECONDS::toMillis)
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    sockets.forEach(WebSocket::abort);
  }
}
