package io.thor.tests.blackbox;

import static io.thor.tests.blackbox.UserAdministration.credentials;
import static io.thor.tests.blackbox.UserAdministration.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.AdministeredServer;
import io.thor.tests.server.ServerLog;
import io.thor.tests.server.ThorServer;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AdministeredServer.class)
@Order(7)
class UsersIT {
  private static final String SESSION = "api/session";
  private static final String EVENTS = "api/security/events";

  private static ThorServer server;
  private static UserAdministration users;

  @BeforeAll
  static void take(ThorServer administered) {
    server = administered;
    users = new UserAdministration(server, AdministeredServer.ADMIN_PASSWORD);
  }

  @Test
  void anAdministratorAddsAUserWhoSignsInWithTheirRoles() {
    users.add("newcomer", "viewer");
    JsonObject who = users.signIn("newcomer").get(SESSION).expect(200).json();
    assertEquals("viewer", who.getJsonArray("roles").getString(0));
    ThorClient admin = users.admin();
    assertTrue(admin.get("api/users").expect(200).body().contains("\"newcomer\""));
    assertFalse(admin.get("api/users").body().contains("pbkdf2"));
    assertTrue(users.post("newcomer", "viewer").problem(409).contains("newcomer"));
  }

  @Test
  void aDisabledUserIsOutAtOnce() {
    users.add("leaver", "trader");
    ThorClient leaver = users.signIn("leaver");
    users.patch("leaver", "{\"enabled\":false}").expect(200);
    leaver.get(SESSION).problem(401);
    leaver.post("api/session/refresh", "").problem(401);
    assertEquals(401, leaver.refusedHandshake());
    ThorClient.nobody(server).post(SESSION, credentials("leaver", secret("leaver"))).problem(401);
    users.patch("leaver", "{\"enabled\":true}").expect(200);
    users.signIn("leaver").get(SESSION).expect(200);
  }

  @Test
  void otherRolesNeedANewSession() {
    users.add("climber", "viewer");
    ThorClient climber = users.signIn("climber");
    climber.get("api/account/balance").problem(403);
    users.patch("climber", "{\"roles\":[\"trader\",\"viewer\"]}").expect(200);
    climber.get(SESSION).problem(401);
    assertEquals(2, users.signIn("climber").get(SESSION).json().getJsonArray("roles").size());
    users.patch("climber", "{\"roles\":[\"emperor\"]}").problem(400);
    users.patch("climber", "{\"roles\":[]}").problem(400);
    users.patch("nobody", "{\"enabled\":false}").problem(404);
  }

  @Test
  void aNewPasswordEndsAllSessionsButTheOneItBegins() {
    users.add("changer", "trader");
    ThorClient first = users.signIn("changer");
    ThorClient second = users.signIn("changer");
    String next = "another-of-the-tests";
    first.post("api/session/password", passwords("wrong-password", next)).problem(403);
    first.post("api/session/password", passwords(secret("changer"), "short")).problem(400);
    Answer changed =
        first.post("api/session/password", passwords(secret("changer"), next)).expect(200);
    first.get(SESSION).problem(401);
    second.get(SESSION).problem(401);
    ThorClient.withToken(server, changed.json().getString("token")).get(SESSION).expect(200);
    users.signIn("changer", next).get(SESSION).expect(200);
  }

  @Test
  void theLastAdministratorStays() {
    users.patch("admin", "{\"enabled\":false}").problem(409);
    users.patch("admin", "{\"roles\":[\"trader\"]}").problem(409);
    users.admin().get("api/users").expect(200);
  }

  @Test
  void refreshLetsATokenLast() {
    users.add("stayer", "trader");
    Answer refreshed = users.signIn("stayer").post("api/session/refresh", "").expect(200);
    assertFalse(refreshed.json().getString("ticket").isEmpty());
    assertEquals(30, refreshed.json().getInt("ticket_expires_in"));
    assertTrue(refreshed.json().getInt("expires_in") > 25);
  }

  @Test
  void guessingIsSlowedDownForNamesThatExistAndThatDoNot() {
    users.add("victim", "trader");
    for (String name : new String[] {"victim", "no-such-victim"}) {
      ThorClient guesser = ThorClient.nobody(server);
      for (int i = 0; i < AdministeredServer.FREE_FAILURES; i++) {
        guesser.post(SESSION, credentials(name, "guess-number-" + i)).problem(401);
      }
      Answer refused = guesser.post(SESSION, credentials(name, secret(name)));
      assertTrue(refused.problem(429).startsWith("too many sign-ins failed; wait "));
      assertTrue(Integer.parseInt(refused.header("Retry-After")) >= 1);
    }
    ServerLog.assertSays(server, "USER_ADDED user=victim by=admin");
    ServerLog.assertSays(server, "LOCKED_OUT user=victim");
    users.patch("victim", "{\"password\":\"released-of-the-tests\"}").expect(200);
    users.signIn("victim", "released-of-the-tests").get(SESSION).expect(200);
    ServerLog.assertSays(server, "SIGNED_IN user=victim");
    assertFalse(ServerLog.textOf(server).contains("guess-number"));
  }

  @Test
  void anAdministratorReadsWhatHappened() {
    users.add("watched", "viewer");
    ThorClient watched = users.signIn("watched");
    watched.get(EVENTS).problem(403);
    ThorClient admin = users.admin();
    List<JsonObject> events = users.events("?user=watched&after=0");
    assertEquals(
        List.of("USER_ADDED", "SIGNED_IN"),
        events.stream().map(event -> event.getString("kind")).toList());
    assertEquals("admin", events.get(0).getString("actor"));
    assertEquals("127.0.0.1", events.get(1).getString("address"));
    String behind = "?user=watched&after=" + events.get(0).get("id");
    assertEquals(events.subList(1, 2), users.events(behind));
    assertEquals(events.subList(1, 2), users.events("?user=watched&limit=1"));
    assertEquals(events.subList(0, 1), users.events("?user=watched&kind=user_added"));
    assertTrue(admin.get(EVENTS + "?kind=none").problem(400).contains("SIGN_IN_FAILED"));
    admin.get(EVENTS + "?limit=0").problem(400);
    admin.get(EVENTS + "?after=x").problem(400);
  }

  @Test
  void aRefusalTakesAsLongForWhomeverItIs() {
    List<String> kinds = List.of("user", "disabled", "nobody");
    SignInTimes times = new SignInTimes(server);
    for (int round = 0; round < 5; round++) {
      for (String kind : kinds) {
        String username = "timed-" + kind + round;
        if (!kind.equals("nobody")) {
          users.add(username, "viewer");
        }
        if (kind.equals("disabled")) {
          users.patch(username, "{\"enabled\":false}").expect(200);
        }
        times.refuse(kind, credentials(username, "not-the-password"));
      }
    }
    times.assertAlike(kinds);
  }

  private static String passwords(String current, String next) {
    return "{\"password\":\"%s\",\"new_password\":\"%s\"}".formatted(current, next);
  }
}
