package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What changes users needs a server of its own. */
class UsersIT {
  private static final String ADMIN_PASSWORD = "admin-of-the-tests";
  private static final String SESSION = "api/session";
  private static final int FREE_FAILURES = 3;

  private static ThorServer server;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.security.session-seconds", "30");
    settings.put("thor.security.sign-in-free-failures", String.valueOf(FREE_FAILURES));
    Map<String, String> environment = new HashMap<>(SharedServer.ENVIRONMENT);
    environment.put("THOR_ADMIN_PASSWORD", ADMIN_PASSWORD);
    server = ThorServers.start(settings, environment);
  }

  @AfterAll
  static void stop() {
    Optional.ofNullable(server).ifPresent(ThorServer::close);
  }

  @Test
  void anAdministratorAddsAUserWhoSignsInWithTheirRoles() {
    add("newcomer", "viewer");
    JsonObject who = signIn("newcomer").get(SESSION).expect(200).json();
    assertEquals("viewer", who.getJsonArray("roles").getString(0));
    ThorClient admin = signIn("admin", ADMIN_PASSWORD);
    assertTrue(admin.get("api/users").expect(200).body().contains("\"newcomer\""));
    assertFalse(admin.get("api/users").body().contains("pbkdf2"));
    assertTrue(post("newcomer", "viewer").problem(409).contains("newcomer"));
  }

  @Test
  void aDisabledUserIsOutAtOnce() {
    add("leaver", "trader");
    ThorClient leaver = signIn("leaver");
    patch("leaver", "{\"enabled\":false}").expect(200);
    leaver.get(SESSION).problem(401);
    leaver.post("api/session/refresh", "").problem(401);
    assertEquals(401, leaver.refusedHandshake());
    ThorClient.nobody(server).post(SESSION, credentials("leaver", secret("leaver"))).problem(401);
    patch("leaver", "{\"enabled\":true}").expect(200);
    signIn("leaver").get(SESSION).expect(200);
  }

  @Test
  void otherRolesNeedANewSession() {
    add("climber", "viewer");
    ThorClient climber = signIn("climber");
    climber.get("api/account/balance").problem(403);
    patch("climber", "{\"roles\":[\"trader\",\"viewer\"]}").expect(200);
    climber.get(SESSION).problem(401);
    assertEquals(2, signIn("climber").get(SESSION).json().getJsonArray("roles").size());
    patch("climber", "{\"roles\":[\"emperor\"]}").problem(400);
    patch("climber", "{\"roles\":[]}").problem(400);
    patch("nobody", "{\"enabled\":false}").problem(404);
  }

  @Test
  void aNewPasswordEndsAllSessionsButTheOneItBegins() {
    add("changer", "trader");
    ThorClient first = signIn("changer");
    ThorClient second = signIn("changer");
    String next = "another-of-the-tests";
    first.post("api/session/password", passwords("wrong-password", next)).problem(403);
    first.post("api/session/password", passwords(secret("changer"), "short")).problem(400);
    Answer changed =
        first.post("api/session/password", passwords(secret("changer"), next)).expect(200);
    first.get(SESSION).problem(401);
    second.get(SESSION).problem(401);
    ThorClient.withToken(server, changed.json().getString("token")).get(SESSION).expect(200);
    signIn("changer", next).get(SESSION).expect(200);
  }

  @Test
  void theLastAdministratorStays() {
    patch("admin", "{\"enabled\":false}").problem(409);
    patch("admin", "{\"roles\":[\"trader\"]}").problem(409);
    signIn("admin", ADMIN_PASSWORD).get("api/users").expect(200);
  }

  @Test
  void refreshLetsATokenLast() {
    add("stayer", "trader");
    Answer refreshed = signIn("stayer").post("api/session/refresh", "").expect(200);
    assertFalse(refreshed.json().getString("ticket").isEmpty());
    assertEquals(30, refreshed.json().getInt("ticket_expires_in"));
    assertTrue(refreshed.json().getInt("expires_in") > 25);
  }

  @Test
  void guessingIsSlowedDownForNamesThatExistAndThatDoNot() throws IOException {
    add("victim", "trader");
    for (String name : new String[] {"victim", "no-such-victim"}) {
      ThorClient guesser = ThorClient.nobody(server);
      for (int i = 0; i < FREE_FAILURES; i++) {
        guesser.post(SESSION, credentials(name, "guess-number-" + i)).problem(401);
      }
      Answer refused = guesser.post(SESSION, credentials(name, secret(name)));
      assertTrue(refused.problem(429).startsWith("too many sign-ins failed; wait "));
      assertTrue(Integer.parseInt(refused.header("Retry-After")) >= 1);
    }
    assertTrue(Files.readString(server.log()).contains("LOCKED_OUT user=victim"));
    assertTrue(Files.readString(server.log()).contains("USER_ADDED user=victim by=admin"));
    assertFalse(Files.readString(server.log()).contains("guess-number"));
    patch("victim", "{\"password\":\"released-of-the-tests\"}").expect(200);
    signIn("victim", "released-of-the-tests").get(SESSION).expect(200);
  }

  private static void add(String username, String role) {
    post(username, role).expect(201);
  }

  private static Answer post(String username, String role) {
    String body =
        "{\"username\":\"%s\",\"password\":\"%s\",\"roles\":[\"%s\"]}"
            .formatted(username, secret(username), role);
    return signIn("admin", ADMIN_PASSWORD).post("api/users", body);
  }

  private static Answer patch(String username, String body) {
    return signIn("admin", ADMIN_PASSWORD)
        .send(
            "PATCH",
            "api/users/" + username,
            Optional.of(body),
            "Content-Type",
            "application/json");
  }

  private static ThorClient signIn(String username) {
    return signIn(username, secret(username));
  }

  private static ThorClient signIn(String username, String password) {
    Answer answer =
        ThorClient.nobody(server).post(SESSION, credentials(username, password)).expect(200);
    return ThorClient.withToken(server, answer.json().getString("token"));
  }

  private static String secret(String username) {
    return username + "-of-the-tests";
  }

  private static String credentials(String username, String password) {
    return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
  }

  private static String passwords(String current, String next) {
    return "{\"password\":\"%s\",\"new_password\":\"%s\"}".formatted(current, next);
  }
}
