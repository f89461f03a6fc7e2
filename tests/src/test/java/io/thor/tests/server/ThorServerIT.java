package io.thor.tests.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class ThorServerIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void comesBackAtTheSameAddressAfterKillAndRestart() throws Exception {
    ThorServer server = ThorServers.start(SharedServer.SETTINGS, SharedServer.ENVIRONMENT);
    try (server) {
      URI ready = server.http().resolve("api/health/ready");
      assertEquals(200, status(ready));

      server.kill();
      assertFalse(server.running());
      assertThrows(IOException.class, () -> status(ready));

      server.start();
      assertEquals(200, status(ready));

      server.restart();
      assertEquals(200, status(ready));
    }
    assertFalse(server.running());
    assertTrue(Files.size(server.log()) > 0, "the log stays");
  }

  @Test
  void sharesOneServerAmongTests(ThorServer server, ThorServer again) throws Exception {
    assertSame(server, again);
    assertEquals(200, status(server.http().resolve("api/health/ready")));
  }

  private static int status(URI address) throws IOException, InterruptedException {
    return CLIENT
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
        .statusCode();
  }
}
