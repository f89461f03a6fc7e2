package io.thor.jobs.cutover;

import io.thor.alert.AlertFailedException;
import io.thor.alert.Alerts;
import io.thor.cutover.OperatorAlert;
import io.thor.json.RecordJson;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * Posts an alert as JSON. It follows no redirect, for the address may hold a secret, and no message
 * of a failure repeats it.
 *
 * <p>Threads: any; it blocks for a few seconds at most.
 */
final class AlertPost implements Alerts.Sender {

  private static final int LIMIT_MS = (int) Duration.ofSeconds(3).toMillis();

  /**
   * The body.
   *
   * @param text the whole in one line, as chat programs want it
   */
  public record Body(String kind, String feature, String message, Instant at, String text) {

    static Body of(OperatorAlert alert) {
      String text = "Thor: %s of %s: %s".formatted(alert.kind(), alert.feature(), alert.message());
      return new Body(alert.kind(), alert.feature(), alert.message(), alert.at(), text);
    }
  }

  @Override
  public void send(URI address, OperatorAlert alert) throws AlertFailedException {
    byte[] body = RecordJson.write(Body.of(alert)).getBytes(StandardCharsets.UTF_8);
    int status;
    try {
      status = post(address, body);
    } catch (IOException e) {
      throw new AlertFailedException(e.getClass().getSimpleName());
    }
    if (status / 100 != 2) {
      throw new AlertFailedException("the webhook answered " + status);
    }
  }

  private static int post(URI address, byte[] body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    try {
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(LIMIT_MS);
      connection.setReadTimeout(LIMIT_MS);
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(body.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }
}
