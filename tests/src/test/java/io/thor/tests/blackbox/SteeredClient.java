package io.thor.tests.blackbox;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonObject;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A full client that follows the cutover: subscribes to what its user may see, notes when it was
 * told to draw a feature from REST, and acknowledges.
 *
 * <p>Threads: any.
 */
final class SteeredClient implements WebSocket.Listener {
  private static final String HELLO =
      "{\"type\":\"hello\",\"data\":{\"protocol\":1,\"batch\":false}}";
  private static final String SUBSCRIBE =
      "{\"type\":\"subscribe\",\"data\":{\"topics\":[{\"topic\":\"account_balance:*\"},"
          + "{\"topic\":\"positions:*\"},{\"topic\":\"vwap:*\"},{\"topic\":\"market_status:*\"}]}}";

  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<Void> welcome = new CompletableFuture<>();
  private final Map<String, Long> onRestSinceNanos = new ConcurrentHashMap<>();
  private CompletableFuture<WebSocket> sent = new CompletableFuture<>();

  /** Done when the server has greeted it. */
  CompletableFuture<Void> welcome() {
    return welcome;
  }

  /** When it was first told to draw a feature from REST, by {@link System#nanoTime}. */
  OptionalLong onRestSinceNanos(String feature) {
    Long nanos = onRestSinceNanos.get(feature);
    return nanos == null ? OptionalLong.empty() : OptionalLong.of(nanos);
  }

  @Override
  public void onOpen(WebSocket socket) {
    sent = socket.sendText(HELLO, true);
    say(socket, SUBSCRIBE);
    socket.request(Long.MAX_VALUE);
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      accept(socket, partial.toString());
      partial.setLength(0);
    }
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    welcome.completeExceptionally(error);
  }

  private void accept(WebSocket socket, String text) {
    long nowNanos = System.nanoTime();
    if (text.startsWith("{\"type\":\"welcome\"")) {
      acknowledge(socket, data(text).getJsonObject("cutover"));
      welcome.complete(null);
    } else if (text.startsWith("{\"type\":\"cutover_status\"")) {
      JsonObject status = data(text);
      status
          .getJsonObject("features")
          .forEach(
              (name, feature) -> {
                if (feature.asJsonObject().getString("renders").equals("REST")) {
                  onRestSinceNanos.putIfAbsent(name, nowNanos);
                }
              });
      acknowledge(socket, status);
    }
  }

  private void acknowledge(WebSocket socket, JsonObject status) {
    say(socket, "{\"type\":\"applied\",\"data\":{\"revision\":" + status.getInt("revision") + "}}");
  }

  /** One text after the other, as the socket wants it. */
  private synchronized void say(WebSocket socket, String text) {
    sent = sent.thenCompose(done -> socket.sendText(text, true));
  }

  private static JsonObject data(String text) {
    return Jsonp.readObject(text).getJsonObject("data");
  }
}
