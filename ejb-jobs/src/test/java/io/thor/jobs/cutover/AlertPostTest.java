package io.thor.jobs.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import io.thor.alert.AlertFailedException;
import io.thor.cutover.OperatorAlert;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertPostTest {

  private static final OperatorAlert ALERT =
      new OperatorAlert(
          "rollback", "positions", "a wrong \"price\"", Instant.parse("2026-01-05T12:00:00Z"));

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/s3cret");
  }

  @Test
  void postsOneObject() throws AlertFailedException {
    new AlertPost().send(address(), ALERT);

    assertEquals(
        List.of(
            "{\"kind\":\"rollback\",\"feature\":\"positions\",\"message\":\"a wrong \\\"price\\\"\","
                + "\"at\":\"2026-01-05T12:00:00Z\","
                + "\"text\":\"Thor: rollback of positions: a wrong \\\"price\\\"\"}"),
        bodies);
  }

  @Test
  void failsWithoutTheAddressInItsWordsAndFollowsNoRedirect() {
    status = 302;
    AlertFailedException refused =
        assertThrows(AlertFailedException.class, () -> new AlertPost().send(address(), ALERT));
    assertEquals("the webhook answered 302", refused.getMessage());
    assertEquals(1, bodies.size());

    URI gone = address();
    server.stop(0);
    AlertFailedException unreachable =
        assertThrows(AlertFailedException.class, () -> new AlertPost().send(gone, ALERT));
    assertFalse(unreachable.getMessage().contains("s3cret"), unreachable.getMessage());
  }
}
