package io.thor.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;

/**
 * One signed-in conversation with a server.
 *
 * <p>Errors: every failure is a {@link CommandFailure} that names the address, what happened and
 * the remedy, and neither password nor token.
 */
final class ThorServer {

  private static final String SESSION_PATH = "/api/session";
  private static final String STREAM_PATH = "/ws/";

  private final ServerHttp http;
  private final String token;

  private ThorServer(ServerHttp http, String token) {
    this.http = http;
    this.token = token;
  }

  /**
   * Signs in and keeps the token for the requests that follow.
   *
   * @param base the server's address without a slash at its end
   * @throws SignInRefused when the server does not accept the credentials
   * @throws ServerFailed when there is no usable answer
   */
  static ThorServer signIn(URI base, Credentials credentials, Duration timeout) {
    ServerHttp http = new ServerHttp(base, timeout);
    return new ThorServer(http, fetchToken(http, credentials));
  }

  /** Speaks for whom a token stands that was given out before. */
  static ThorServer withToken(URI base, String token, Duration timeout) {
    return new ThorServer(new ServerHttp(base, timeout), token);
  }

  /**
   * The JSON object at a path below the server's address, as the server wrote it.
   *
   * @throws SignInRefused when the session is not accepted (any more)
   * @throws ServerFailed when there is no usable answer
   */
  JsonAnswer get(String path) {
    HttpResponse<String> response = http.send(signedIn(path).GET().build());
    requireSession(response);
    ServerHttp.requireOk(response);
    return new JsonAnswer(response.body(), ServerHttp.parse(response));
  }

  /**
   * Posts an order; a refusal by the rules of the cutover is an answer, not a failure.
   *
   * @param revision what the operator has seen
   * @throws SignInRefused when the session is not accepted (any more)
   * @throws ServerFailed when there is no usable answer
   */
  OrderReply order(String path, JsonObject body, Optional<Long> revision) {
    HttpRequest.Builder request =
        signedIn(path)
            .header("Content-Type", "application/json")
            .header("Thor-Client", "thorctl")
            .POST(BodyPublishers.ofString(body.toString()));
    revision.ifPresent(seen -> request.header("If-Match", "\"" + seen + "\""));
    HttpResponse<String> response = http.send(request.build());
    requireSession(response);
    if (response.statusCode() >= 500 && !isRefusal(response)) {
      ServerHttp.requireOk(response);
    }
    return new OrderReply(response.statusCode(), ServerHttp.parse(response));
  }

  /** What the rules of the cutover say while the database is down. */
  private static boolean isRefusal(HttpResponse<String> response) {
    boolean problem =
        response
            .headers()
            .firstValue("Content-Type")
            .filter(type -> type.startsWith("application/problem+json"))
            .isPresent();
    return problem && ServerHttp.parse(response).getString("title", "").equals("NO_DATABASE");
  }

  /**
   * Opens the live stream.
   *
   * @throws ServerFailed when the server does not let it in
   */
  WebSocket stream(WebSocket.Listener listener) {
    return http.open(STREAM_PATH, authorization(), listener);
  }

  private String authorization() {
    return "Bearer " + token;
  }

  private HttpRequest.Builder signedIn(String path) {
    return http.request(path).header("Authorization", authorization());
  }

  /**
   * Sends a change.
   *
   * @throws SignInRefused when the session is not accepted (any more)
   * @throws ServerFailed when the server does not make the change, with what it says about it
   */
  void change(String method, String path, JsonObject body) {
    send(
        signedIn(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body.toString())));
  }

  /** Deletes what is at a path; fails as {@link #change} does. */
  void delete(String path) {
    send(signedIn(path).DELETE());
  }

  private void send(HttpRequest.Builder change) {
    HttpResponse<String> response = http.send(change.build());
    requireSession(response);
    if (response.statusCode() / 100 != 2) {
      throw new ServerFailed(
          "%s answered %d: %s"
              .formatted(
                  response.uri(),
                  response.statusCode(),
                  ServerHttp.parse(response).getString("detail", "")));
    }
  }

  private static String fetchToken(ServerHttp http, Credentials credentials) {
    String body =
        Json.createObjectBuilder()
            .add("username", credentials.user())
            .add("password", credentials.password())
            .build()
            .toString();
    HttpResponse<String> response =
        http.send(
            http.request(SESSION_PATH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    if (response.statusCode() == 401 || response.statusCode() == 403) {
      throw new SignInRefused(
          "%s refused the sign-in of '%s' (%d). Check --user and --password, or THOR_USER and THOR_PASSWORD."
              .formatted(http.base(), credentials.user(), response.statusCode()));
    }
    ServerHttp.requireOk(response);
    String issued = ServerHttp.parse(response).getString("token", "");
    if (issued.isEmpty()) {
      throw ServerHttp.notThor(response, "the answer has no text 'token'", null);
    }
    return issued;
  }

  private static void requireSession(HttpResponse<String> response) {
    if (response.statusCode() == 401) {
      throw new SignInRefused(
          response.uri() + " no longer accepts this session (401). Run the command again.");
    }
  }
}
