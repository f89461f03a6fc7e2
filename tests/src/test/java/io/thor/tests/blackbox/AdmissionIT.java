package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import io.thor.tests.server.RestartedServer;
import io.thor.tests.server.ThorServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A server with nobody else, which lets in few sessions. */
@ExtendWith(RestartedServer.class)
@ResourceLock(RestartedServer.LOCK)
class AdmissionIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final ThorServer server;

  AdmissionIT(ThorServer server) {
    this.server = server;
  }

  @Test
  void refusesAUserWhoHasEnoughSessionsAndThenAnAddress() {
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    ThorClient other = ThorClient.signIn(server, DemoUser.TRADER2);
    List<FrameStream> open = new ArrayList<>();
    try {
      while (open.size() < RestartedServer.SESSIONS_OF_A_USER) {
        open.add(enter(trader));
      }
      assertRefused(trader.get("ws/"), "this user", "thor.push.max-sessions-per-user");
      while (open.size() < RestartedServer.SESSIONS_OF_AN_ADDRESS) {
        open.add(enter(other));
      }
      assertRefused(other.get("ws/"), "this address", "thor.push.max-sessions-per-address");
    } finally {
      open.forEach(FrameStream::close);
    }
    // The server may notice a little later than its client that a connection has ended.
    assertTrue(Await.until(() -> trader.get("ws/").status() != 429, LIMIT), "all still count");
    enter(trader).close();
  }

  @Test
  void countsSessionsThatComeAndGo() {
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    try (FrameStream witness = trader.open()) {
      awaitSessions(witness, 1);
      FrameStream guest = enter(trader);
      awaitSessions(witness, 2);
      guest.close();
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
  private static FrameStream enter(ThorClient client) {
    FrameStream session = client.open();
    session.await("a frame", LIMIT, frame -> true);
    return session;
  }

  private static void assertRefused(Answer answer, String who, String key) {
    String detail = answer.problem(429);
    assertTrue(detail.startsWith(who + " has "), detail);
    assertTrue(detail.contains(key), detail);
    assertEquals("10", answer.header("Retry-After"));
  }
}
