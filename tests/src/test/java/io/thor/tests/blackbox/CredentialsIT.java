package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class CredentialsIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration REVOKED_WITHIN = Duration.ofSeconds(5);
  private static final String ROUTE = "api/accounts";

  private final ThorServer server;

  CredentialsIT(ThorServer server) {
    this.server = server;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/account/balance",
        "api/positions",
        "api/intraday/bars?symbol=BTC-USD",
        "api/intraday/vwap?symbol=BTC-USD",
        "api/market/status",
        "api/market/status/XNYS",
        "api/accounts",
        "api/symbols",
        "api/session",
        "api/cutover"
      })
  void refusesARouteWithoutCredentials(String route) {
    Answer answer = ThorClient.nobody(server).get(route);
    assertTrue(answer.problem(401).contains("POST /api/session"));
    assertEquals("Bearer", answer.header("WWW-Authenticate"));
  }

  @Test
  void refusesBadCredentialsOnBothPaths() {
    List<ThorClient> strangers =
        List.of(
            ThorClient.withToken(server, "no-token-of-ours"),
            ThorClient.withCookie(server, "thor_session=no-token-of-ours"));
    for (ThorClient stranger : strangers) {
      stranger.get(ROUTE).problem(401);
      assertEquals(401, stranger.refusedHandshake());
    }
    assertEquals(401, ThorClient.nobody(server).refusedHandshake());
  }

  @Test
  void refusesAWrongPassword() {
    Answer answer =
        ThorClient.nobody(server)
            .post("api/session", DemoUser.TRADER.credentials("not-the-password"));
    assertTrue(answer.problem(401).contains("password"));
    assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"username\":\"trader\"}", "{\"username\":7}", ""})
  void refusesASignInThatIsNone(String body) {
    ThorClient.nobody(server).post("api/session", body).problem(400);
  }

  @Test
  void tellsAProgramItsTokenAndAPageOnlyItsCookie() {
    ThorClient nobody = ThorClient.nobody(server);
    String credentials = DemoUser.TRADER.credentials();
    JsonObject program = nobody.post("api/session", credentials).expect(200).json();
    assertFalse(program.getString("token").isBlank());
    assertEquals("trader", program.getString("username"));
    assertEquals("trader", program.getJsonArray("roles").getString(0));
    assertTrue(program.getInt("expires_in") > 0);

    String origin = server.http().toString().replaceFirst("/$", "");
    Answer page = nobody.post("api/session", credentials, "Origin", origin).expect(200);
    assertFalse(page.json().containsKey("token"));
    String cookie = page.header("Set-Cookie").toLowerCase(Locale.ROOT);
    assertTrue(cookie.contains("httponly"), cookie);
    assertTrue(cookie.contains("samesite=lax"), cookie);
    assertTrue(cookie.contains("path=/"), cookie);
  }

  @Test
  void takesCookieAndBearerOnBothPaths() {
    Answer signIn =
        ThorClient.nobody(server).post("api/session", DemoUser.TRADER.credentials()).expect(200);
    List<ThorClient> both =
        List.of(
            ThorClient.withToken(server, signIn.json().getString("token")),
            ThorClient.withCookie(server, signIn.header("Set-Cookie").split(";")[0]));
    for (ThorClient client : both) {
      assertEquals("trader", client.get("api/session").expect(200).json().getString("username"));
      try (FrameStream stream = client.open()) {
        stream.await("a frame", LIMIT, frame -> true);
      }
    }
  }

  /** A foreign page cannot read the cookie, but a browser would send it along. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "http://127.0.0.1:1",
        "http://127.0.0.1.evil.example"
      })
  void refusesTheHandshakeOfAForeignPage(String origin) {
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    assertEquals(403, trader.refusedHandshake("Origin", origin));
  }

  @Test
  void takesTheHandshakeOfItsOwnPage() {
    String origin = server.http().toString().replaceFirst("/$", "");
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    try (FrameStream stream = trader.openAsync("Origin", origin).join()) {
      stream.await("a frame", LIMIT, frame -> true);
    }
  }

  @Test
  void signOutClosesEverySessionOfTheTokenWithinSeconds() {
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    ThorClient elsewhere = ThorClient.signIn(server, DemoUser.TRADER);
    try (FrameStream first = trader.open();
        FrameStream second = trader.open();
        FrameStream other = elsewhere.open()) {
      first.await("a frame", LIMIT, frame -> true);
      trader.delete("api/session").expect(204);
      assertEquals(1008, first.awaitClose(REVOKED_WITHIN));
      assertEquals(1008, second.awaitClose(REVOKED_WITHIN));
      other.awaitNext("a heartbeat", LIMIT, frame -> frame.is("heartbeat"));
    }
  }

  @Test
  void signOutEndsTheToken() {
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    trader.get(ROUTE).expect(200);

    Answer out = trader.delete("api/session").expect(204);
    assertTrue(out.header("Set-Cookie").startsWith("thor_session="));
    trader.get(ROUTE).problem(401);
    assertEquals(401, trader.refusedHandshake());
    trader.delete("api/session").expect(204);
  }
}
