package io.thor.tests.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks by REST that leave no trace on the server. */
@ExtendWith(SharedServer.class)
class AttackIT {
  private static final String SESSION = "api/session";
  private static final String TYPE = "Content-Type";
  private static final String JSON = "application/json";

  private final ThorServer server;
  private final ThorClient trader;

  AttackIT(ThorServer server) {
    this.server = server;
    this.trader = ThorClient.signIn(server, DemoUser.TRADER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1", "http://localhost"})
  void aForeignPageChangesNothing(String origin) {
    ThorClient page = ThorClient.withCookie(server, cookie());
    page.post("api/session/refresh", "", "Origin", origin).problem(403);
    ThorClient.nobody(server)
        .post(SESSION, DemoUser.TRADER.credentials(), "Origin", origin)
        .problem(403);
    page.get(SESSION).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void aRequestThatTheBrowserCallsForeignChangesNothing(String site) {
    ThorClient page = ThorClient.withCookie(server, cookie());
    page.post("api/session/refresh", "", "Sec-Fetch-Site", site).problem(403);
    page.post("api/session/refresh", "", "Sec-Fetch-Site", "same-origin").expect(200);
  }

  @Test
  void aCookieAloneChangesNothing() {
    ThorClient page = ThorClient.withCookie(server, cookie());
    page.delete(SESSION).problem(403);
    page.get(SESSION).expect(200);
    page.post("api/session/refresh", "", "Origin", origin()).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null"})
  void noForeignPageMayReadAnAnswer(String origin) {
    Answer answer = trader.get(SESSION, "Origin", origin);
    assertTrue(answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.", "'; --"})
  void aForgedTokenIsRefused(String token) {
    ThorClient.withToken(server, token + "x").get(SESSION).problem(401);
  }

  @Test
  void aCookieEndsWithTheSignOut() {
    ThorClient page = ThorClient.withCookie(server, cookie());
    page.get(SESSION).expect(200);
    page.send("DELETE", SESSION, Optional.empty(), "Origin", origin()).expect(204);
    page.get(SESSION).problem(401);
    page.post("api/session/refresh", "", "Origin", origin()).problem(401);
    assertEquals(401, page.refusedHandshake());
  }

  @Test
  void aSignInNeverKeepsAGivenToken() {
    String planted = cookie();
    Answer answer =
        ThorClient.withCookie(server, planted)
            .post(SESSION, DemoUser.TRADER.credentials(), "Origin", origin())
            .expect(200);
    assertNotEquals(planted, answer.header("Set-Cookie").split(";")[0]);
    ThorClient.withCookie(server, planted).get(SESSION).problem(401);
    String invented = "thor_session=planted-by-somebody";
    ThorClient.withCookie(server, invented)
        .post(SESSION, DemoUser.TRADER.credentials(), "Origin", origin())
        .expect(200);
    ThorClient.withCookie(server, invented).get(SESSION).problem(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ACC-1002", "acc-1002", "Acc-1002", "%41CC-1002", "ACC%2D1002", "ACC-1002%00",
            "ACC-1002%20",
        "%20ACC-1002", "ACC-100_", "ACC-*", "%25", "*", "ACC-1001,ACC-1002", "ACC-1002'--",
        "../ACC-1002"
      })
  void anotherAccountIsNotFoundInAnyForm(String account) {
    for (String route : List.of("api/account/balance", "api/positions")) {
      Answer answer = trader.get(route + "?account_id=" + account);
      answer.problem(404);
      assertFalse(answer.body().contains("PAPER-1002"));
    }
  }

  @Test
  void ofTwoAccountsTheForeignOneIsNeverAnswered() {
    for (String query :
        List.of(
            "account_id=ACC-1001&account_id=ACC-1002", "account_id=ACC-1002&account_id=ACC-1001")) {
      assertFalse(trader.get("api/positions?" + query).body().contains("ACC-1002\",\"positions"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, api/users",
    "GET, api/security/events",
    "POST, api/users",
    "PATCH, api/users/trader"
  })
  void nobodyRaisesTheirOwnRoles(String method, String route) {
    Optional<String> body =
        method.equals("GET")
            ? Optional.empty()
            : Optional.of(
                "{\"username\":\"x\",\"password\":\"x-of-the-tests\",\"roles\":[\"admin\"]}");
    trader.send(method, route, body, TYPE, JSON).problem(403);
    ThorClient.signIn(server, DemoUser.OPERATOR).send(method, route, body, TYPE, JSON).problem(403);
    ThorClient.nobody(server).send(method, route, body, TYPE, JSON).problem(401);
  }

  @ParameterizedTest
  @ValueSource(ints = {64 * 1024 + 1, 200_000})
  void aLongBodyIsRefused(int length) {
    String body = "{\"username\":\"" + "x".repeat(length) + "\",\"password\":\"x\"}";
    ThorClient.nobody(server).post(SESSION, body).problem(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void aDeepBodyIsRefused(String opening) {
    ThorClient.nobody(server).post(SESSION, opening.repeat(5000)).problem(400);
  }

  @Test
  void aFormIsNotJson() {
    ThorClient.nobody(server)
        .send("POST", SESSION, Optional.of("a=b"), "Content-Type", "text/plain")
        .problem(415);
  }

  @Test
  void aNameThatDoesNotExistIsAnsweredLikeAWrongPassword() {
    ThorClient nobody = ThorClient.nobody(server);
    String unknown = "{\"username\":\"no-such-user\",\"password\":\"not-the-password\"}";
    String known = DemoUser.TRADER2.credentials("not-the-password");
    assertEquals(nobody.post(SESSION, known).body(), nobody.post(SESSION, unknown).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"health", "health/ready", "metrics", "openapi"})
  void theServerHasNoPagesOfItsOwnBesideThors(String path) {
    int status = ThorClient.nobody(server).get(path).status();
    assertTrue(Set.of(401, 403, 404).contains(status), path + " is answered with " + status);
  }

  /** Else a cache could be given pages that other pages may frame. */
  @Test
  void aPageThatIsAskedForAsAHandshakeTellsThatToo() throws IOException {
    URI address = server.http();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      String request =
          "GET / HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.formatted(address.getAuthority()).getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertTrue(answer.contains("Content-Security-Policy: default-src 'none'"), answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "app.js",
        "no-such-page",
        "api/session",
        "api/none",
        "api/health/live",
        "ws/x"
      })
  void everyAnswerTellsBrowsersWhatPagesMayDo(String path) {
    Answer answer = ThorClient.nobody(server).get(path);
    String policy = answer.header("Content-Security-Policy");
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    assertEquals("DENY", answer.header("X-Frame-Options"));
    assertEquals("no-referrer", answer.header("Referrer-Policy"));
    assertEquals(
        List.of(),
        answer.headers().map().values().stream()
            .flatMap(List::stream)
            .filter(value -> value.matches("(?i).*(payara|glassfish|wildfly|undertow).*"))
            .toList());
    assertFalse(answer.body().matches("(?is).*(payara|glassfish|wildfly|undertow|\tat ).*"));
    assertTrue(answer.status() < 500);
  }

  @Test
  void everyRefusalIsAProblemInUtf8WithTheRevision() {
    Answer refused = ThorClient.nobody(server).get("api/accounts");
    refused.problem(401);
    assertFalse(refused.header("Content-Type").contains("8859"));
    Answer bad = ThorClient.withToken(server, "bad").get("api/accounts");
    bad.problem(401);
    assertFalse(bad.header("Thor-Cutover-Revision").isEmpty());
    assertTrue(trader.get("api/there/is/none").problem(404).contains("docs/protocol.md"));
  }

  private String origin() {
    return server.http().toString().replaceFirst("/$", "");
  }

  private String cookie() {
    return ThorClient.nobody(server)
        .post(SESSION, DemoUser.TRADER.credentials())
        .expect(200)
        .header("Set-Cookie")
        .split(";")[0];
  }
}
