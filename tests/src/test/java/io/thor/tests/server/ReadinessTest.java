package io.thor.tests.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path directory;
  private final AtomicInteger asked = new AtomicInteger();
  private int answersBeforeReady;
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean ready = asked.incrementAndGet() > answersBeforeReady;
          exchange.sendResponseHeaders(ready ? 200 : 503, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void waitsWhileTheServerIsNotReady() {
    answersBeforeReady = 3;
    ServerProcess process = shell("sleep 600");

    assertDoesNotThrow(() -> readiness(process).await(address(), LONG));

    process.kill();
    assertTrue(asked.get() > 3, "asked only " + asked + " times");
  }

  @Test
  void failsWithTheLogAtTheDeadline() {
    answersBeforeReady = Integer.MAX_VALUE;
    ServerProcess process = shell("echo no database; sleep 600");

    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () -> readiness(process).await(address(), Duration.ofMillis(300)));

    process.kill();
    assertTrue(failure.getMessage().contains("no database"), failure.getMessage());
  }

  @Test
  void failsAtOnceWhenTheServerEnded() {
    answersBeforeReady = Integer.MAX_VALUE;
    ServerProcess process = shell("echo port taken; exit 3");

    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () -> readiness(process).await(address(), Duration.ofHours(1)));

    assertEquals(3, process.exitValue());
    assertTrue(failure.getMessage().contains("port taken"), failure.getMessage());
  }

  private Readiness readiness(ServerProcess process) {
    return new Readiness(process, log());
  }

  private ServerProcess shell(String script) {
    return ServerProcess.start(List.of("sh", "-c", script), Map.of(), log());
  }

  private Path log() {
    return directory.resolve("server.log");
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }
}
