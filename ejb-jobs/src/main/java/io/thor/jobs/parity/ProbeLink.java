package io.thor.jobs.parity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * The probe's way to the server: an ordinary client with one token on both paths.
 *
 * <p>Threads: the probe's job; answers come on threads of the client, which only enqueue.
 */
final class ProbeLink {

  /** Longer than a healthy server takes, shorter than a fault may last. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpClient client;
  private final URI root;
  private final String bearer;
  private final Inbox inbox;
  private final Clock clock;

  ProbeLink(HttpClient client, URI root, String token, Inbox inbox, Clock clock) {
    this.client = client;
    this.root = root;
    this.bearer = "Bearer " + token;
    this.inbox = inbox;
    this.clock = clock;
  }

  /**
   * Opens the connection; one that opens too late is ended again.
   *
   * <p>Errors: {@link CompletionException} when that fails.
   */
  WebSocket open() {
    URI address = URI.create(root.toString().replaceFirst("^http", "ws")).resolve("ws/");
    CompletableFuture<WebSocket> opening =
        client
            .newWebSocketBuilder()
            .connectTimeout(PATIENCE)
            .header("Authorization", bearer)
            .buildAsync(address, new ProbeStream(inbox, clock));
    try {
      return opening.copy().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      opening.thenAccept(WebSocket::abort);
      throw e;
    }
  }

  /**
   * The body of a route, for what the probe has to know before it begins.
   *
   * <p>Errors: {@link IOException} when it does not succeed.
   */
  String read(String path) throws IOException {
    return send(request(path).GET());
  }

  /** The body of the answer to an empty POST; errors as {@link #read}. */
  String post(String path) throws IOException {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  /** Asks a route; the answer comes to the inbox. */
  void ask(Route route) {
    Instant asked = clock.instant();
    client
        .sendAsync(request(route.path()).GET().build(), BodyHandlers.ofString())
        .whenComplete(
            (answer, failure) ->
                inbox.offer(
                    failure == null
                        ? answer(route, answer, asked)
                        : new Heard.Silence(route, String.valueOf(failure), clock.instant())));
  }

  /** Asks whether the server is ready; the answer comes to the inbox. */
  void askHealth() {
    client
        .sendAsync(request("api/health/ready").GET().build(), BodyHandlers.discarding())
        .handle((answer, failure) -> failure == null && answer.statusCode() == 200)
        .thenAccept(ready -> inbox.offer(new Heard.Health(ready, clock.instant())));
  }

  private String send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(answer.uri().getPath() + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for an answer", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", bearer)
        .header("Thor-Purpose", "parity");
  }

  private Heard answer(Route route, HttpResponse<String> answer, Instant asked) {
    Instant now = clock.instant();
    return new Heard.Answer(
        route,
        answer.statusCode(),
        position(answer),
        answer.body(),
        Duration.between(asked, now),
        now);
  }

  private static Optional<Heard.RestPosition> position(HttpResponse<String> answer) {
    try {
      Optional<String> epoch = answer.headers().firstValue("Thor-Epoch");
      Optional<String> seq = answer.headers().firstValue("Thor-Seq");
      Optional<String> asOf = answer.headers().firstValue("Thor-As-Of");
      return epoch.isEmpty() || seq.isEmpty() || asOf.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Heard.RestPosition(
                  epoch.get(), Long.parseLong(seq.get()), Instant.parse(asOf.get())));
    } catch (NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
