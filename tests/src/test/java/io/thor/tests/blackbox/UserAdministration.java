package io.thor.tests.blackbox;

import io.thor.tests.server.ThorServer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** What the administrator of a server does with users, whose passwords follow from their names. */
record UserAdministration(ThorServer server, String adminPassword) {
  private static final String SESSION = "api/session";

  /** Adds a user who must not be there yet. */
  void add(String username, String role) {
    post(username, role).expect(201);
  }

  Answer post(String username, String role) {
    String body =
        "{\"username\":\"%s\",\"password\":\"%s\",\"roles\":[\"%s\"]}"
            .formatted(username, secret(username), role);
    return admin().post("api/users", body);
  }

  Answer patch(String username, String body) {
    return admin()
        .send(
            "PATCH",
            "api/users/" + username,
            Optional.of(body),
            "Content-Type",
            "application/json");
  }

  /** The security events that a query such as {@code ?user=kim} asks for. */
  List<JsonObject> events(String query) {
    Answer answer = admin().get("api/security/events" + query).expect(200);
    return answer.json().getJsonArray("events").getValuesAs(JsonObject.class);
  }

  ThorClient admin() {
    return signIn("admin", adminPassword);
  }

  ThorClient signIn(String username) {
    return signIn(username, secret(username));
  }

  ThorClient signIn(String username, String password) {
    Answer answer =
        ThorClient.nobody(server).post(SESSION, credentials(username, password)).expect(200);
    return ThorClient.withToken(server, answer.json().getString("token"));
  }

  static String secret(String username) {
    return username + "-of-the-tests";
  }

  static String credentials(String username, String password) {
    return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
  }
}
