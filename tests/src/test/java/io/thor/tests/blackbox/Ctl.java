package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.ThorServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The operator's command line, as its own process. */
final class Ctl {
  private static final int LIMIT_SECONDS = 30;

  private Ctl() {}

  /** What {@code thorctl status} prints, which has to succeed. */
  static String status(ThorServer server) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(List.of(java, "-jar", System.getProperty("thor.test.ctl"), "status"));
    builder
        .environment()
        .putAll(
            Map.of(
                "THOR_URL", server.http().toString(),
                "THOR_USER", DemoUser.OPERATOR.username(),
                "THOR_PASSWORD", DemoUser.OPERATOR.password()));
    try {
      Process process = builder.redirectErrorStream(true).start();
      return output(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String output(Process process) throws IOException {
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "thorctl does not end");
      assertEquals(0, process.exitValue(), text);
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for thorctl", e);
    }
  }
}
