package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import io.thor.tests.server.FreePorts;
import io.thor.tests.server.OidcIssuer;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server of its own that trusts a real issuer. */
class OidcIT {
  private static final String AUDIENCE = "https://thor.test/api";
  private static final String SESSION = "api/session";
  private static final String ADMIN_PASSWORD = "admin-of-the-tests";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static URI issuer;
  private static ThorServer server;
  private static Optional<OidcIssuer> running = Optional.empty();

  @BeforeAll
  static void start() {
    issuer = URI.create("http://127.0.0.1:" + FreePorts.one());
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.oidc.issuer", issuer.toString());
    settings.put("thor.oidc.client-id", "thor");
    settings.put("thor.oidc.audience", AUDIENCE);
    settings.put("thor.oidc.roles", "desk=trader");
    settings.put("thor.oidc.clock-skew-seconds", "0");
    settings.put("thor.oidc.keys-apart-seconds", "1");
    Map<String, String> environment = new HashMap<>(SharedServer.ENVIRONMENT);
    environment.put("THOR_ADMIN_PASSWORD", ADMIN_PASSWORD);
    server = ThorServers.start(settings, environment);
    URI callback = server.http().resolve("api/session/oidc/callback");
    running = Optional.of(OidcIssuer.start(issuer, callback));
  }

  @AfterAll
  static void stop() {
    running.ifPresent(OidcIssuer::close);
    Optional.ofNullable(server).ifPresent(ThorServer::close);
  }

  @Test
  void aTokenOfTheIssuerIsTakenOnBothPaths() {
    ThorClient robot = bearer(program().token(AUDIENCE));
    JsonObject who = robot.get(SESSION).expect(200).json();
    assertTrue(who.getString("username").matches("oidc:[0-9a-f]{32}"), who::toString);
    assertEquals("[\"trader\"]", who.get("roles").toString());
    assertEquals("[\"ACC-1001\"]", who.get("accounts").toString());
    robot.get("api/positions?account_id=ACC-1002").problem(404);
    robot.get("api/users").problem(403);
    try (FrameStream stream = robot.open()) {
      stream.await("a frame", LIMIT, frame -> true);
    }
  }

  @Test
  void aTokenThatIsNotForThorIsRefused() {
    OidcVisitor program = program();
    String good = program.token(AUDIENCE);
    bearer(good).get(SESSION).expect(200);
    refuse(program.token("https://other.test/api"));
    refuse(good.substring(0, good.length() - 8) + "AAAAAAAA");
    String payload = good.split("\\.")[1];
    refuse(header("{\"alg\":\"none\"}") + "." + payload + ".");
    refuse(header("{\"alg\":\"HS256\"}") + "." + payload + "." + good.split("\\.")[2]);
  }

  @Test
  void aTokenEndsWithItsTime() {
    OidcVisitor program = program();
    program.control("lifetime?seconds=2");
    ThorClient robot = bearer(program.token(AUDIENCE));
    program.control("lifetime?seconds=600");
    robot.get(SESSION).expect(200);
    assertTrue(Await.until(() -> robot.get(SESSION).status() == 401, LIMIT), "it does not end");
    assertEquals(401, robot.refusedHandshake());
  }

  @Test
  void aTokenEndsWithTheSignOut() {
    ThorClient robot = bearer(program().token(AUDIENCE));
    robot.get(SESSION).expect(200);
    robot.delete(SESSION).expect(204);
    robot.get(SESSION).problem(401);
    assertEquals(401, robot.refusedHandshake());
  }

  @Test
  void anOldKeyIsWorthNothingOnceTheNewOneWasSeen() {
    OidcVisitor program = program();
    String old = program.token(AUDIENCE);
    bearer(old).get(SESSION).expect(200);
    program.control("rotate");
    ThorClient robot = bearer(program.token(AUDIENCE));
    assertTrue(
        Await.until(() -> robot.get(SESSION).status() == 200, LIMIT), "the new key is not taken");
    refuse(old);
  }

  @Test
  void aBrowserSignsInByTheIssuerAndGetsThorsOwnSession() {
    assertEquals(
        "/api/session/oidc/login",
        ThorClient.nobody(server).get("api/session/methods").expect(200).json().getString("oidc"));
    OidcVisitor browser = program();
    URI home = browser.followUntil(login(), server.http().toString());
    URI page = browser.followUntil(home, server.http().toString());
    assertEquals(server.http(), page);
    JsonObject who = who(browser);
    assertEquals("[\"ACC-1001\"]", who.get("accounts").toString());
    assertTrue(who.getInt("expires_in") <= 600, who::toString);
    UserAdministration users = new UserAdministration(server, ADMIN_PASSWORD);
    String username = who.getString("username");
    assertTrue(users.admin().get("api/users").body().contains("\"subject\":\"kim\""));
    users.patch(username, "{\"roles\":[\"admin\"]}").problem(409);
    users.patch(username, "{\"enabled\":false}").expect(200);
    assertEquals(401, browser.open(server.http().resolve(SESSION)).statusCode());
    assertEquals(403, lastStep(browser));
    users.patch(username, "{\"enabled\":true}").expect(200);
    assertEquals(303, lastStep(browser));
  }

  @Test
  void aUserOutsideIsNeverTheOneInsideOfTheSameName() {
    OidcVisitor browser = program();
    browser.control("user?name=trader");
    try {
      assertEquals(303, lastStep(browser));
      JsonObject who = who(browser);
      assertNotEquals("trader", who.getString("username"));
      assertEquals("[\"ACC-1002\"]", who.get("accounts").toString());
    } finally {
      browser.control("user?name=kim");
    }
  }

  @Test
  void aWayBackThatIsNotTheBrowsersOwnIsRefused() {
    OidcVisitor browser = program();
    URI back = browser.followUntil(login(), server.http().toString());
    assertEquals(400, program().open(back).statusCode());
    assertEquals(
        401, browser.open(URI.create(back.toString().replace("state=", "state=x"))).statusCode());
    URI foreign = program().followUntil(login(), server.http().toString());
    assertEquals(401, browser.open(foreign).statusCode());
    assertEquals(303, browser.open(back).statusCode());
    assertEquals(400, browser.open(back).statusCode());
  }

  /** Signs in, and gives the status of the last answer, at the callback. */
  private static int lastStep(OidcVisitor browser) {
    return browser.open(browser.followUntil(login(), server.http().toString())).statusCode();
  }

  private static JsonObject who(OidcVisitor browser) {
    HttpResponse<String> answer = browser.open(server.http().resolve(SESSION));
    return Answer.of(answer).expect(200).json();
  }

  private static URI login() {
    return server.http().resolve("api/session/oidc/login");
  }

  private static OidcVisitor program() {
    return new OidcVisitor(issuer);
  }

  private static ThorClient bearer(String token) {
    return ThorClient.withToken(server, token);
  }

  private static void refuse(String token) {
    bearer(token).get(SESSION).problem(401);
    assertEquals(401, bearer(token).refusedHandshake());
  }

  private static String header(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
