package io.thor.bench.fanout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the benchmark asks a server by REST. */
final class BenchHttp {

  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern SESSIONS = Pattern.compile("(?m)^thor_push_sessions (\\d+)");
  private static final Pattern CLOSINGS =
      Pattern.compile("(?m)^thor_push_closed_total\\{code=\"(\\d+)\"\\} (\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(5);

  private final URI root;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(SHORT_PATIENCE)
          .build();

  BenchHttp(URI root) {
    this.root = root;
  }

  /** Whether a path is answered with 200. */
  boolean answers(String path) throws InterruptedException {
    try {
      return send(request(path).timeout(SHORT_PATIENCE)).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Signs in and gives the token. */
  String signIn(BenchServer.User user) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            request("/api/session")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"username\":\"%s\",\"password\":\"%s\"}"
                            .formatted(user.name(), user.password()))));
    Matcher token = TOKEN.matcher(answer.body());
    if (answer.statusCode() != 200 || !token.find()) {
      throw new IllegalStateException(
          "signing in as %s was answered with %d".formatted(user.name(), answer.statusCode()));
    }
    return token.group(1);
  }

  /** The sessions that the server says it has. */
  long sessions() throws IOException, InterruptedException {
    Matcher sessions = SESSIONS.matcher(send(request("/api/metrics")).body());
    if (!sessions.find()) {
      throw new IllegalStateException("the metrics do not tell the number of sessions");
    }
    return Long.parseLong(sessions.group(1));
  }

  /** The sessions that the server says it has closed, by close code. */
  Map<String, Long> closings() throws IOException, InterruptedException {
    return CLOSINGS
        .matcher(send(request("/api/metrics")).body())
        .results()
        .collect(Collectors.toMap(found -> found.group(1), found -> Long.valueOf(found.group(2))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
