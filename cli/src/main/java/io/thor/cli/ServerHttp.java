package io.thor.cli;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests to one server, whoever asks.
 *
 * <p>Follows no redirect, so that credentials go to the named server and nowhere else. The time
 * limit holds for a whole answer, head and body.
 *
 * <p>Errors: every failure is a {@link CommandFailure} that names the address, what happened and
 * the remedy, and no secret.
 */
final class ServerHttp {

  private final HttpClient client;
  private final URI base;
  private final Duration timeout;

  /**
   * A server.
   *
   * @param base its address without a slash at its end
   */
  ServerHttp(URI base, Duration timeout) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
    this.base = base;
    this.timeout = timeout;
  }

  URI base() {
    return base;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
  }

  HttpResponse<String> send(HttpRequest request) {
    return await(request.uri(), client.sendAsync(request, BodyHandlers.ofString()));
  }

  /** Opens a WebSocket at a path, with an authorization. */
  WebSocket open(String path, String authorization, WebSocket.Listener listener) {
    URI address = URI.create(base.toString().replaceFirst("^http", "ws") + path);
    return await(
        address,
        client
            .newWebSocketBuilder()
            .connectTimeout(timeout)
            .header("Authorization", authorization)
            .buildAsync(address, listener));
  }

  private <T> T await(URI address, CompletableFuture<T> answer) {
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new ServerFailed(
          "%s did not answer within %d s. Is the server overloaded? Give more time with --timeout-seconds."
              .formatted(address, timeout.toSeconds()),
          e);
    } catch (ExecutionException e) {
      throw new ServerFailed(
          "%s cannot be reached (%s). Is the server running there? Check --url or THOR_URL."
              .formatted(address, reason(e.getCause())),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerFailed("Interrupted while waiting for " + address + ".", e);
    }
  }

  private static String reason(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
  }

  /** Quotes nothing but the status: an error page may repeat what was sent. */
  static void requireOk(HttpResponse<String> response) {
    if (response.statusCode() == 503) {
      throw new ServerFailed(
          "%s answered 503: the server is starting or stopping, or its database is down. Try again in seconds, or look at its log."
              .formatted(response.uri()));
    }
    if (response.statusCode() != 200) {
      throw new ServerFailed(
          "%s answered %d instead of 200. Check --url or THOR_URL, then the server's log."
              .formatted(response.uri(), response.statusCode()));
    }
  }

  static JsonObject parse(HttpResponse<String> response) {
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw notThor(response, "the answer is not a JSON object", e);
    }
  }

  static ServerFailed notThor(HttpResponse<String> response, String what, Throwable cause) {
    return new ServerFailed(
        "%s is not a Thor server of this version: %s. Check --url or THOR_URL."
            .formatted(response.uri(), what),
        cause);
  }
}
