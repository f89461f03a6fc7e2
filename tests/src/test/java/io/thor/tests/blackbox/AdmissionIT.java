package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server of its own that lets in few sessions. */
class AdmissionIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static ThorServer server;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.push.max-sessions-per-user", "2");
    settings.put("thor.push.max-sessions-per-address", "3");
    server = ThorServers.start(settings, SharedServer.ENVIRONMENT);
  }

  @AfterAll
  static void close() {
    Optional.ofNullable(server).ifPresent(ThorServer::close);
  }

  @Test
  void refusesAUserWhoHasEnoughSessionsAndThenAnAddress() {
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    ThorClient other = ThorClient.signIn(server, DemoUser.TRADER2);
    try (FrameStream first = trader.open();
        FrameStream second = trader.open()) {
      assertRefused(trader.get("ws/"), "this user", "thor.push.max-sessions-per-user");
      try (FrameStream third = other.open()) {
        assertRefused(other.get("ws/"), "this address", "thor.push.max-sessions-per-address");
        third.await("a frame", LIMIT, frame -> true);
      }
      first.await("a frame", LIMIT, frame -> true);
      second.await("a frame", LIMIT, frame -> true);
    }
    awaitAdmission(trader);
    try (FrameStream again = trader.open()) {
      again.await("a frame", LIMIT, frame -> true);
    }
  }

  /** The server may notice a little later than its client that a connection has ended. */
  private static void awaitAdmission(ThorClient trader) {
    Instant end = Instant.now().plus(LIMIT);
    while (trader.get("ws/").status() == 429) {
      assertTrue(Instant.now().isBefore(end), "the sessions that have ended still count");
    }
  }

  private static void assertRefused(Answer answer, String who, String key) {
    String detail = answer.problem(429);
    assertTrue(detail.startsWith(who + " has "), detail);
    assertTrue(detail.contains(key), detail);
    assertEquals("10", answer.header("Retry-After"));
  }
}
