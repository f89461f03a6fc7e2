package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.AdministeredServer;
import io.thor.tests.server.ThorServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions that outlive their token. */
@ExtendWith(AdministeredServer.class)
class SessionGuardIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int TOKEN_SECONDS = AdministeredServer.TOKEN_SECONDS;

  private final ThorServer server;

  SessionGuardIT(ThorServer server) {
    this.server = server;
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
}
