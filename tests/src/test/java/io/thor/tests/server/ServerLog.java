package io.thor.tests.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;

/** What a server printed. Some print in a thread of its own, a little after they have answered. */
public final class ServerLog {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private ServerLog() {}

  /** Waits until the server has printed the text. */
  public static void assertSays(ThorServer server, String text) {
    assertTrue(
        Await.until(() -> textOf(server).contains(text), LIMIT),
        () -> "the server's log does not say '" + text + "'");
  }

  /** All of it up to now; bytes that are no text are replaced. */
  public static String textOf(ThorServer server) {
    try {
      return new String(Files.readAllBytes(server.log()), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + server.log(), e);
    }
  }
}
