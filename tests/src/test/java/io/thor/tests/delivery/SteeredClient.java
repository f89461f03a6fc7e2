package io.thor.tests.delivery;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * A full client that follows the cutover: subscribes to what its user may see, notes when it was
 * told to draw a feature from REST, and acknowledges.
 *
 * <p>Threads: one calls it, any may ask.
 */
final class SteeredClient implements Callable<Void> {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String HELLO =
      "{\"type\":\"hello\",\"data\":{\"protocol\":1,\"batch\":false}}";
  private static final String SUBSCRIBE =
      "{\"type\":\"subscribe\",\"data\":{\"topics\":[{\"topic\":\"account_balance:*\"},"
          + "{\"topic\":\"positions:*\"},{\"topic\":\"vwap:*\"},{\"topic\":\"market_status:*\"}]}}";

  private final Doorway doorway;
  private final BooleanSupplier end;
  private final Map<String, Long> onRestSinceNanos = new ConcurrentHashMap<>();
  private volatile boolean welcome;

  /**
   * A client that has not begun.
   *
   * @param end whether to leave, asked after each frame
   */
  SteeredClient(Doorway doorway, BooleanSupplier end) {
    this.doorway = doorway;
    this.end = end;
  }

  /** Whether the server has greeted it. */
  boolean isWelcome() {
    return welcome;
  }

  /** When it was first told to draw a feature from REST, by {@link System#nanoTime}. */
  OptionalLong onRestSinceNanos(String feature) {
    Long nanos = onRestSinceNanos.get(feature);
    return nanos == null ? OptionalLong.empty() : OptionalLong.of(nanos);
  }

  @Override
  public Void call() throws IOException {
    try (RawSocket socket = RawSocket.open(doorway)) {
      socket.sendText(HELLO);
      socket.sendText(SUBSCRIBE);
      while (!end.getAsBoolean()) {
        RawFrame frame = socket.read(LIMIT);
        if (frame.isText()) {
          accept(socket, frame.text());
        }
      }
    }
    return null;
  }

  private void accept(RawSocket socket, String text) throws IOException {
    long nowNanos = System.nanoTime();
    if (text.startsWith("{\"type\":\"welcome\"")) {
      acknowledge(socket, data(text).getJsonObject("cutover"));
      welcome = true;
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

  private static void acknowledge(RawSocket socket, JsonObject status) throws IOException {
    socket.sendText(
        "{\"type\":\"applied\",\"data\":{\"revision\":" + status.getInt("revision") + "}}");
  }

  private static JsonObject data(String text) {
    return Jsonp.readObject(text).getJsonObject("data");
  }
}
