package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import io.thor.tests.server.RestartedServer;
import io.thor.tests.server.ThorServer;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Kills a server while it takes and fills 1,000 orders. */
@ExtendWith(RestartedServer.class)
@ResourceLock(RestartedServer.LOCK)
@Order(5)
class OrdersKillIT {
  private static final int ORDERS = 1000;
  private static final int PAGE = 500;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Random RANDOM = new Random();

  private static ThorServer server;
  private static OrderClient orders;
  private static AccountBook start;

  @BeforeAll
  static void take(ThorServer restarted) {
    server = restarted;
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    TopicsOf.awaitAll(trader);
    orders = new OrderClient(trader);
    start = AccountBook.read(trader);
  }

  @Test
  @Tag("kill")
  void twoKillsLeaveCashPositionsAndFillsConsistent() {
    kill(2);
  }

  @Test
  @Tag("long")
  void twentyKillsLeaveCashPositionsAndFillsConsistent() {
    kill(20);
  }

  private static void kill(int times) {
    for (int round = 0; round < times; round++) {
      List<JsonObject> batch =
          IntStream.range(0, ORDERS / times)
              .mapToObj(i -> OrderClient.market(i % 2 == 0 ? "BUY" : "SELL", "0.0" + (1 + i % 9)))
              .toList();
      Set<String> answered = sendAndKill(batch);
      server.start();
      assertConsistent(batch, answered);
    }
  }

  /**
   * Sends orders, and kills the server at a moment that is drawn: after so many answers and fills.
   *
   * @return the client order ids of those that were answered
   */
  private static Set<String> sendAndKill(List<JsonObject> batch) {
    long filledBefore = filled();
    int moment = RANDOM.nextInt(2 * batch.size());
    Set<String> answered = ConcurrentHashMap.newKeySet();
    CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(batch, answered));
    assertTrue(
        Await.until(() -> answered.size() + filled() - filledBefore >= moment, untilAllAreFilled()),
        () -> answered.size() + " answers, but not " + moment + " answers and fills");
    server.kill();
    sending.join();
    return answered;
  }

  private static void send(List<JsonObject> batch, Set<String> answered) {
    try {
      for (JsonObject order : batch) {
        orders.place(order).expect(201);
        answered.add(clientId(order));
      }
    } catch (UncheckedIOException killed) {
      // The server is gone; what was under way may have been stored or not.
      return;
    }
  }

  /** Sends all again: what was stored is not ordered twice, and all is filled once. */
  private static void assertConsistent(List<JsonObject> batch, Set<String> answered) {
    for (JsonObject order : batch) {
      int status = orders.place(order).status();
      boolean wasAnswered = answered.contains(clientId(order));
      assertTrue(status == 200 || (status == 201 && !wasAnswered), () -> status + " for " + order);
    }
    assertTrue(
        Await.until(() -> orders.all(Optional.of("OPEN"), PAGE).isEmpty(), untilAllAreFilled()),
        () -> "still open: " + orders.all(Optional.of("OPEN"), PAGE));
    List<JsonObject> all = orders.all(Optional.empty(), PAGE);
    Set<String> names = all.stream().map(OrdersKillIT::clientId).collect(Collectors.toSet());
    assertEquals(names.size(), all.size());
    assertTrue(names.containsAll(batch.stream().map(OrdersKillIT::clientId).toList()));
    AccountBook.read(orders.trader()).assertIs(start.after(all));
  }

  private static long filled() {
    return orders.all(Optional.of("FILLED"), PAGE).size();
  }

  private static Duration untilAllAreFilled() {
    return OrderClient.untilFill().plus(LIMIT);
  }

  private static String clientId(JsonObject order) {
    return order.getString("client_order_id");
  }
}
