package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.fail;

import io.thor.tests.server.ReverseProxy;
import io.thor.tests.server.ThorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Thor as a program sees it, by REST and WebSocket, with the same credentials on both.
 *
 * @param credentials name and value of the header that carries them, or empty for nobody's
 * @param carrier what sends requests, and trusts whom they go to
 */
public record ThorClient(URI http, List<String> credentials, HttpClient carrier) {
  private static final HttpClient HTTP = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private ThorClient(URI http, List<String> credentials) {
    this(http, credentials, HTTP);
  }

  /** Somebody who gives no credentials. */
  public static ThorClient nobody(ThorServer server) {
    return new ThorClient(server.http(), List.of());
  }

  /** Somebody who gives no credentials, and comes by a proxy. */
  static ThorClient nobody(ReverseProxy proxy) {
    HttpClient carrier =
        HttpClient.newBuilder().version(Version.HTTP_1_1).sslContext(proxy.tls()).build();
    return new ThorClient(proxy.https(), List.of(), carrier);
  }

  /** A user who signs in and then gives the token as bearer. */
  public static ThorClient signIn(ThorServer server, DemoUser user) {
    return withToken(server, token(server, user));
  }

  /** The token of a user who signs in. */
  public static String token(ThorServer server, DemoUser user) {
    Answer answer = nobody(server).post("api/session", user.credentials()).expect(200);
    return answer.json().getString("token");
  }

  /** Whoever the token stands for. */
  static ThorClient withToken(ThorServer server, String token) {
    return new ThorClient(server.http(), List.of("Authorization", "Bearer " + token));
  }

  /** Whoever the session cookie stands for. */
  static ThorClient withCookie(ThorServer server, String cookie) {
    return new ThorClient(server.http(), List.of("Cookie", cookie));
  }

  /** Whoever the session cookie stands for, on the same way. */
  ThorClient withCookie(String cookie) {
    return new ThorClient(http, List.of("Cookie", cookie), carrier);
  }

  /**
   * Reads a route.
   *
   * @param headers names and values in turn
   */
  public Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** Sends JSON to a route. */
  Answer post(String path, String json, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Sends any method, with a body of the caller's own type. */
  Answer send(String method, String path, Optional<String> body, String... headers) {
    return send(
        request(path, headers)
            .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody)));
  }

  /** Opens a connection. */
  FrameStream open() {
    return openAsync().join();
  }

  /**
   * Starts to open a connection.
   *
   * @param headers names and values in turn, beside the credentials
   */
  CompletableFuture<FrameStream> openAsync(String... headers) {
    FrameStream stream = new FrameStream();
    return handshake(stream, headers).thenApply(socket -> stream);
  }

  /**
   * The status with which the handshake is refused.
   *
   * @param headers names and values in turn, beside the credentials
   */
  int refusedHandshake(String... headers) {
    try {
      handshake(new FrameStream(), headers).join().abort();
      return fail("the handshake was not refused");
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  private CompletableFuture<WebSocket> handshake(WebSocket.Listener listener, String... headers) {
    WebSocket.Builder builder = carrier.newWebSocketBuilder().connectTimeout(LIMIT);
    List<String> all = new ArrayList<>(credentials);
    all.addAll(List.of(headers));
    for (int i = 0; i < all.size(); i += 2) {
      builder.header(all.get(i), all.get(i + 1));
    }
    URI address = URI.create(http.toString().replaceFirst("^http", "ws")).resolve("ws/");
    return builder.buildAsync(address, listener);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(http.resolve(path)).timeout(LIMIT);
    List<String> all = new ArrayList<>(credentials);
    all.addAll(List.of(headers));
    if (!all.isEmpty()) {
      request.headers(all.toArray(String[]::new));
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return Answer.of(carrier.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }
}
