package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import io.thor.tests.server.Jvm;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Deploys the archive again and again while a client is connected: what a deployment leaves behind
 * would add up until the server has to be restarted.
 */
@Tag("redeploy")
@Order(3)
@DisabledIfSystemProperty(
    named = "thor.test.server",
    matches = "micro",
    disabledReason = "Payara Micro is started with its archive")
class RedeployIT {
  private static final Logger LOGGER = System.getLogger(RedeployIT.class.getName());

  /** It keeps each deployment, of whatever application, with a thread that looks after its jars. */
  private static final boolean IS_GLASSFISH =
      "glassfish".equals(System.getProperty("thor.test.server"));

  private static final String THREAD_OF_GLASSFISH = "JarFileManager";
  private static final int TIMES = 10;
  private static final int CALLERS = 64;
  private static final int CALLS = 500;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Longer than a pooled thread lives that has nothing to do. */
  private static final Duration QUIET = Duration.ofSeconds(75);

  private static final String VWAP = "vwap:" + DemoMarket.SYMBOL;

  /**
   * The one that runs, and those that a pooled thread of the server still remembers: on Payara the
   * one that first had need of it, as Java's threads inherit an access control context. On Open
   * Liberty a thread remembers the response of its last handshake, and there are many.
   */
  private static final int TOLERATED_DEPLOYMENTS =
      "openliberty".equals(System.getProperty("thor.test.server")) ? TIMES - 2 : 3;

  /** Pools of the server's grow to their size by and by; a thread each time would be more. */
  private static final int TOLERATED_THREADS = TIMES / 2;

  @Test
  void tenRedeploymentsLeaveNoClassLoaderAndNoThread() {
    try (ThorServer server = ThorServers.start(SharedServer.SETTINGS, SharedServer.ENVIRONMENT)) {
      Jvm jvm = server.jvm();
      redeployUnderSession(server);
      assertTrue(goesOn(server), "not all were served");
      List<String> threads = threads(jvm);
      for (int i = 1; i < TIMES; i++) {
        redeployUnderSession(server);
      }

      assertClassesGo(server);
      assertTrue(
          Await.until(() -> threads(jvm).size() <= threads.size() + TOLERATED_THREADS, LIMIT),
          () -> "threads that are left: " + without(threads(jvm), threads));
      assertEquals(List.of(), linesWith(server, "the database does not answer"));
      LOGGER.log(
          Level.INFO,
          "after {0} redeployments: {1} with classes, threads {2} -> {3}",
          TIMES,
          jvm.deployments(),
          threads.size(),
          threads(jvm).size());
    }
  }

  private static void assertClassesGo(ThorServer server) {
    Jvm jvm = server.jvm();
    if (IS_GLASSFISH) {
      assertTrue(
          goesOn(server) && jvm.deployments() > TOLERATED_DEPLOYMENTS,
          "GlassFish does not keep all deployments any more; the guide says that it does");
      return;
    }
    assertTrue(
        Await.until(() -> goesOn(server) && areFew(jvm), LIMIT.plus(QUIET)),
        () -> "deployments whose classes are loaded: " + jvm.deployments());
  }

  private static boolean areFew(Jvm jvm) {
    return Await.until(() -> jvm.deployments() <= TOLERATED_DEPLOYMENTS, QUIET);
  }

  private static List<String> threads(Jvm jvm) {
    return jvm.threads().stream()
        .filter(name -> !IS_GLASSFISH || !name.startsWith(THREAD_OF_GLASSFISH))
        .toList();
  }

  private static void redeployUnderSession(ThorServer server) {
    try (FrameStream stream = ThorClient.signIn(server, DemoUser.TRADER).open()) {
      stream.await("a VWAP", LIMIT.plus(DemoMarket.untilTrades(1)), frame -> frame.on(VWAP));
      server.redeploy();
    }
  }

  /** Threads of the server may remember what they did last, so it has more of the same to do. */
  private static boolean goesOn(ThorServer server) {
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      return IntStream.range(0, CALLS)
          .mapToObj(i -> CompletableFuture.supplyAsync(() -> comesAndGoes(trader), callers))
          .toList()
          .stream()
          .allMatch(CompletableFuture::join);
    } finally {
      callers.shutdownNow();
    }
  }

  private static boolean comesAndGoes(ThorClient trader) {
    trader.open().close();
    return trader.get("api/accounts").status() == 200;
  }

  private static List<String> linesWith(ThorServer server, String words) {
    try (Stream<String> lines = Files.lines(server.log())) {
      return lines.filter(line -> line.contains(words)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> without(List<String> threads, List<String> known) {
    List<String> left = new ArrayList<>(threads);
    known.forEach(left::remove);
    return left;
  }
}
