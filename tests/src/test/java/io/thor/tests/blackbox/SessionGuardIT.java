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

/** A server of its own that lets in few sessions, and not for long. */
class SessionGuardIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final int TOKEN_SECONDS = 20;

  private static ThorServer server;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.push.max-sessions-per-user", "2");
    settings.put("thor.push.max-sessions-per-address", "3");
    settings.put("thor.security.session-seconds", String.valueOf(TOKEN_SECONDS));
    settings.put("thor.security.refresh-grace-seconds", "2");
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
      awaitEntered(first);
      awaitEntered(second);
      assertRefused(trader.get("ws/"), "this user", "thor.push.max-sessions-per-user");
      try (FrameStream third = other.open()) {
        awaitEntered(third);
        assertRefused(other.get("ws/"), "this address", "thor.push.max-sessions-per-address");
      }
    }
    awaitAdmission(trader);
    try (FrameStream again = trader.open()) {
      awaitEntered(again);
    }
  }

  @Test
  void countsSessionsThatComeAndGo() {
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    try (FrameStream witness = trader.open()) {
      awaitSessions(witness, 1);
      try (FrameStream guest = trader.open()) {
        awaitEntered(guest);
        awaitSessions(witness, 2);
      }
      awaitSessions(witness, 1);
    }
  }

  private static void awaitSessions(FrameStream witness, int count) {
    witness.awaitNext(
        "a heartbeat that counts " + count,
        LIMIT,
        frame -> frame.is("heartbeat") && frame.data().getInt("sessions") == count);
  }

  /** A handshake is answered before the session counts. */
  private static void awaitEntered(FrameStream session) {
    session.await("a frame", LIMIT, frame -> true);
  }

  @Test
  void closesASessionWhoseTokenHasEndedUnlessItIsRefreshed() {
    ThorClient kept = ThorClient.signIn(server, DemoUser.TRADER2);
    try (FrameStream leftAlone = ThorClient.signIn(server, DemoUser.OPERATOR).open();
        FrameStream refreshed = kept.open()) {
      refreshed.send("{\"type\":\"hello\",\"data\":{\"protocol\":1}}");
      awaitTicks(refreshed, TOKEN_SECONDS / 3);
      String refresh = refreshWith(kept);
      refreshed.send(refresh);
      Received answer = refreshed.await("refreshed", LIMIT, frame -> frame.is("refreshed"));
      assertTrue(answer.data().getInt("expires_in") > TOKEN_SECONDS / 2, answer::text);
      refreshed.send(refresh);
      Received again = refreshed.await("an error", LIMIT, frame -> frame.is("error_message"));
      assertTrue(again.data().getString("message").contains("/api/session/refresh"), again::text);

      assertEquals(4201, leftAlone.awaitClose(Duration.ofSeconds(2 * TOKEN_SECONDS)));
      refreshed.send("{\"type\":\"ping\",\"timestamp\":1}");
      refreshed.await("pong", LIMIT, frame -> frame.is("pong"));
    }
  }

  private static String refreshWith(ThorClient client) {
    String ticket = client.post("api/session/refresh", "{}").expect(200).json().getString("ticket");
    return "{\"type\":\"refresh\",\"id\":4,\"data\":{\"ticket\":\"" + ticket + "\"}}";
  }

  /** Waits so many seconds by the clock of the server. */
  private static void awaitTicks(FrameStream stream, int count) {
    int first =
        stream.await("a heartbeat", LIMIT, frame -> frame.is("heartbeat")).data().getInt("tick");
    stream.await(
        "a heartbeat " + count + " ticks later",
        LIMIT.plusSeconds(count),
        frame -> frame.is("heartbeat") && frame.data().getInt("tick") >= first + count);
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
