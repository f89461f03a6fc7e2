package io.thor.tests.blackbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes the alerts of a server, at an address that holds a secret. */
final class Webhook implements AutoCloseable {
  /** A part of the address that nobody may log. */
  static final String SECRET = "hook-s3cret-of-the-tests";

  private final HttpServer http;
  private final List<JsonObject> alerts = new CopyOnWriteArrayList<>();

  Webhook() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/" + SECRET, this::take);
    http.start();
  }

  String address() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/" + SECRET;
  }

  /** Whether an alert of a kind has come for a feature. */
  boolean has(String kind, String feature) {
    return alerts.stream()
        .anyMatch(
            alert ->
                alert.getString("kind").equals(kind) && alert.getString("feature").equals(feature));
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange;
        JsonReader reader = Json.createReader(exchange.getRequestBody())) {
      alerts.add(reader.readObject());
      exchange.sendResponseHeaders(204, -1);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
