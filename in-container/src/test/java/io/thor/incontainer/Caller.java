package io.thor.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.jsonp.Jsonp;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A program that has signed in, on REST and WebSocket. */
record Caller(int port, String token) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Signs a user of the demonstration in.
   *
   * @param deployed of the adapter, of which only the port is right
   */
  static Caller signIn(URL deployed, String username) throws IOException, InterruptedException {
    String credentials =
        Jsonp.object()
            .add("username", username)
            .add("password", username + "-of-the-tests")
            .build()
            .toString();
    HttpRequest request =
        HttpRequest.newBuilder(address("http", deployed.getPort(), "/api/session"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(credentials))
            .build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    String token = Jsonp.readObject(answer.body()).getString("token");
    return new Caller(deployed.getPort(), token);
  }

  /** Reads a route; what is not 200 fails. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address("http", port, path))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), path + " answered " + answer.body());
    return answer;
  }

  /** Opens a connection that says nothing by itself. */
  Connection connect() {
    Connection connection = new Connection();
    HTTP.newWebSocketBuilder()
        .header("Authorization", "Bearer " + token)
        .buildAsync(address("ws", port, "/ws/"), connection)
        .join();
    return connection;
  }

  private static URI address(String scheme, int port, String path) {
    return URI.create(scheme + "://127.0.0.1:" + port + path);
  }
}
