package io.thor.cli;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One signed-in conversation with a server's REST interface.
 *
 * <p>Follows no redirect, so that credentials go to the named server and nowhere else. The time
 * limit holds for a whole answer, head and body.
 *
 * <p>Errors: every failure is a {@link CommandFailure} that names the address, what happened and
 * the remedy, and neither password nor token.
 */
final class ThorServer {

  private static final String SESSION_PATH = "/api/session";

  private final HttpClient client;
  private final URI base;
  private final Duration timeout;
  private final String token;

  private ThorServer(HttpClient client, URI base, Duration timeout, String token) {
    this.client = client;
    this.base = base;
    this.timeout = timeout;
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
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
    ThorServer anonymous = new ThorServer(client, base, timeout, "");
    return new ThorServer(client, base, timeout, anonymous.fetchToken(credentials));
  }

  /**
   * The JSON object at a path below the server's address, as the server wrote it.
   *
   * @throws SignInRefused when the session is not accepted (any more)
   * @throws ServerFailed when there is no usable answer
   */
  JsonAnswer get(String path) {
    HttpResponse<String> response = send(signedIn(path).GET().build());
    requireSession(response);
    requireOk(response);
    return new JsonAnswer(response.body(), parse(response));
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
    HttpResponse<String> response = send(request.build());
    requireSession(response);
    if (response.statusCode() >= 500) {
      requireOk(response);
    }
    return new OrderReply(response.statusCode(), parse(response));
  }

  private HttpRequest.Builder signedIn(String path) {
    return request(path).header("Authorization", "Bearer " + token);
  }

  /**
   * Sends a change.
   *
   * @throws SignInRefused when the session is not accepted (any more)
   * @throws ServerFailed when the server does not make the change, with what it says about it
   */
  void change(String method, String path, JsonObject body) {
    HttpResponse<String> response =
        send(
            signedIn(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()))
                .build());
    requireSession(response);
    if (response.statusCode() / 100 != 2) {
      throw new ServerFailed(
          "%s answered %d: %s"
              .formatted(
                  response.uri(), response.statusCode(), parse(response).getString("detail", "")));
    }
  }

  private String fetchToken(Credentials credentials) {
    String body =
        Json.createObjectBuilder()
            .add("username", credentials.user())
            .add("password", credentials.password())
            .build()
            .toString();
    HttpResponse<String> response =
        send(
            request(SESSION_PATH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    if (response.statusCode() == 401 || response.statusCode() == 403) {
      throw new SignInRefused(
          "%s refused the sign-in of '%s' (%d). Check --user and --password, or THOR_USER and THOR_PASSWORD."
              .formatted(base, credentials.user(), response.statusCode()));
    }
    requireOk(response);
    String issued = parse(response).getString("token", "");
    if (issued.isEmpty()) {
      throw notThor(response, "the answer has no text 'token'", null);
    }
    return issued;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
  }

  private HttpResponse<String> send(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BodyHandlers.ofString());
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new ServerFailed(
          "%s did not answer within %d s. Is the server overloaded? Give more time with --timeout-seconds."
              .formatted(request.uri(), timeout.toSeconds()),
          e);
    } catch (ExecutionException e) {
      throw new ServerFailed(
          "%s cannot be reached (%s). Is the server running there? Check --url or THOR_URL."
              .formatted(request.uri(), reason(e.getCause())),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerFailed("Interrupted while waiting for " + request.uri() + ".", e);
    }
  }

  private static String reason(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
  }

  private static void requireSession(HttpResponse<String> response) {
    if (response.statusCode() == 401) {
      throw new SignInRefused(
          response.uri() + " no longer accepts this session (401). Run the command again.");
    }
  }

  /** Quotes nothing but the status: an error page may repeat what was sent. */
  private static void requireOk(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new ServerFailed(
          "%s answered %d instead of 200. Check --url or THOR_URL, then the server's log."
              .formatted(response.uri(), response.statusCode()));
    }
  }

  private static JsonObject parse(HttpResponse<String> response) {
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw notThor(response, "the answer is not a JSON object", e);
    }
  }

  private static ServerFailed notThor(HttpResponse<String> response, String what, Throwable cause) {
    return new ServerFailed(
        "%s is not a Thor server of this version: %s. Check --url or THOR_URL."
            .formatted(response.uri(), what),
        cause);
  }
}
