package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.AdministeredServer;
import io.thor.tests.server.Await;
import io.thor.tests.server.OidcIssuer;
import io.thor.tests.server.ThorServer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real issuer, in which the server trusts. */
@ExtendWith(AdministeredServer.class)
class OidcIT {
  private static final String SESSION = "api/session";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static ThorServer server;
  private static Optional<OidcIssuer> running = Optional.empty();

  @BeforeAll
  static void start(ThorServer administered) {
    server = administered;
    URI callback = server.http().resolve("api/session/oidc/callback");
    running = Optional.of(OidcIssuer.start(AdministeredServer.ISSUER, callback));
  }

  @AfterAll
  static void stop() {
    running.ifPresent(OidcIssuer::close);
  }

  @Test
  void aTokenOfTheIssuerIsTakenOnBothPaths() {
    ThorClient robot = bearer(program().token(AdministeredServer.AUDIENCE));
    JsonObject who = robot.get(SESSION).expect(200).json();
    assertTrue(who.getString("username").matches("oidc~[0-9a-f]{32}"), who::toString);
    assertEquals("[\"trader\"]", who.get("roles").toString());
    assertEquals("[\"ACC-1001\"]", who.get("accounts").toString());
    robot.get("api/positions?account_id=ACC-1002").problem(404);
    robot.get("api/users").problem(403);
    try (FrameStream stream = robot.open()) {
      stream.await("a frame", LIMIT, frame -> true);
    }
  }

  @Test
  void aUserWhoComesOnManyRequestsAtOnceIsAddedOnce() {
    String token = program().token("newcomer", AdministeredServer.AUDIENCE);
    List<CompletableFuture<Answer>> sent =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> bearer(token).get(SESSION)))
            .limit(12)
            .toList();
    List<String> names =
        sent.stream()
            .map(answer -> answer.join().expect(200).json().getString("username"))
            .distinct()
            .toList();
    assertEquals(1, names.size(), names::toString);
    UserAdministration users = new UserAdministration(server, AdministeredServer.ADMIN_PASSWORD);
    assertEquals(
        List.of("USER_ADDED", "SIGNED_IN"),
        users.events("?after=0&user=" + names.get(0)).stream()
            .map(event -> event.getString("kind"))
            .toList());
  }

  @Test
  void aTokenThatIsNotForThorIsRefused() {
    OidcVisitor program = program();
    String good = program.token(AdministeredServer.AUDIENCE);
    bearer(good).get(SESSION).expect(200);
    refuse(program.token("https://other.test/api"));
    refuse(good.substring(0, good.length() - 8) + "AAAAAAAA");
    String payload = good.split("\\.")[1];
    refuse(OidcVisitor.encoded("{\"alg\":\"none\"}") + "." + payload + ".");
    refuse(OidcVisitor.encoded("{\"alg\":\"HS256\"}") + "." + payload + "." + good.split("\\.")[2]);
  }

  @Test
  void aTokenEndsWithItsTime() {
    OidcVisitor program = program();
    program.control("lifetime?seconds=2");
    ThorClient robot = bearer(program.token(AdministeredServer.AUDIENCE));
    program.control("lifetime?seconds=600");
    robot.get(SESSION).expect(200);
    assertTrue(Await.until(() -> robot.get(SESSION).status() == 401, LIMIT), "it does not end");
    assertEquals(401, robot.refusedHandshake());
  }

  @Test
  void aTokenEndsWithTheSignOut() {
    ThorClient robot = bearer(program().token(AdministeredServer.AUDIENCE));
    robot.get(SESSION).expect(200);
    robot.delete(SESSION).expect(204);
    robot.get(SESSION).problem(401);
    assertEquals(401, robot.refusedHandshake());
  }

  @Test
  void anOldKeyIsWorthNothingOnceTheNewOneWasSeen() {
    OidcVisitor program = program();
    String old = program.token(AdministeredServer.AUDIENCE);
    bearer(old).get(SESSION).expect(200);
    program.control("rotate");
    ThorClient robot = bearer(program.token(AdministeredServer.AUDIENCE));
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
    UserAdministration users = new UserAdministration(server, AdministeredServer.ADMIN_PASSWORD);
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
    return new OidcVisitor(AdministeredServer.ISSUER);
  }

  private static ThorClient bearer(String token) {
    return ThorClient.withToken(server, token);
  }

  private static void refuse(String token) {
    bearer(token).get(SESSION).problem(401);
    assertEquals(401, bearer(token).refusedHandshake());
  }
}
