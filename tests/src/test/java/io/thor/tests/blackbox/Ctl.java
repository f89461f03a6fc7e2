package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.ThorServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The operator's command line, as its own process, started as {@code ./thor ctl} starts it. */
final class Ctl {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** How a command ended; {@code text} is all that it printed. */
  record Result(int exitCode, String text) {}

  private Ctl() {}

  /** What {@code thorctl status} prints, which has to succeed. */
  static String status(ThorServer server) {
    Result result = run(server, "status");
    assertEquals(0, result.exitCode(), result.text());
    return result.text();
  }

  /** Runs a command as the operator and waits for its end. */
  static Result run(ThorServer server, String... arguments) {
    return run(
        Map.of(
            "THOR_URL", server.http().toString(),
            "THOR_USER", DemoUser.OPERATOR.username(),
            "THOR_PASSWORD", DemoUser.OPERATOR.password()),
        LIMIT,
        arguments);
  }

  /** Runs a command as whom a token stands for, without a sign-in, and waits for its end. */
  static Result withToken(ThorServer server, String token, String... arguments) {
    return run(Map.of("THOR_URL", server.http().toString(), "THOR_TOKEN", token), LIMIT, arguments);
  }

  /** Runs a command that needs no server, and waits for its end. */
  static Result offline(Duration limit, String... arguments) {
    return run(Map.of(), limit, arguments);
  }

  private static Result run(Map<String, String> environment, Duration limit, String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(
            List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("thor.test.ctl")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    try {
      return end(builder.redirectErrorStream(true).start(), limit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Result end(Process process, Duration limit) throws IOException {
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(limit.toSeconds(), TimeUnit.SECONDS), "thorctl does not end");
      return new Result(process.exitValue(), text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for thorctl", e);
    }
  }
}
