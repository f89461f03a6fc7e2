package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.blackbox.DemoUser;
import io.thor.tests.blackbox.ThorClient;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** A hundred thousand broken and hostile frames of one user, while another one reads on. */
@Tag("many-clients")
@Isolated
@ExtendWith(SharedServer.class)
class HostileFramesIT {
  private static final int FRAMES = 100_000;
  private static final int CONNECTIONS = FRAMES / HostileVisit.FRAMES;
  private static final int AT_ONCE = 4;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** What states say of the other account; its topics may well be named in a refusal. */
  private static final String FOREIGN = "\"account_id\":\"ACC-1001\"";

  private final ThorServer server;

  HostileFramesIT(ThorServer server) {
    this.server = server;
  }

  @Test
  void harmNobodyElse() throws Exception {
    Doorway doorway = Doorway.of(server, DemoUser.TRADER2);
    try (RawSocket other = RawSocket.open(Doorway.of(server))) {
      attack(doorway);
      for (RawFrame frame = other.read(LIMIT); !isHeartbeat(frame); frame = other.read(LIMIT)) {
        assertFalse(frame.isClose(), () -> "the other session was closed");
      }
    }
    assertEquals(200, status("api/health/ready"));
    String log = Files.readString(server.log());
    assertFalse(log.contains("StackOverflowError"), "a message overflowed the stack");
    assertFalse(log.contains("OutOfMemoryError"), "a message used up the memory");
  }

  private int status(String path) {
    return ThorClient.nobody(server).get(path).status();
  }

  private static boolean isHeartbeat(RawFrame frame) {
    return frame.isText() && frame.text().startsWith("{\"type\":\"heartbeat\"");
  }

  private static void attack(Doorway doorway) throws Exception {
    ExecutorService attackers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (Future<String> told :
          attackers.invokeAll(
              LongStream.range(0, CONNECTIONS)
                  .<Callable<String>>mapToObj(seed -> () -> HostileVisit.pay(doorway, seed))
                  .toList())) {
        assertFalse(told.get().contains(FOREIGN), () -> "told of another account");
      }
    } finally {
      attackers.shutdownNow();
      assertTrue(attackers.awaitTermination(1, TimeUnit.MINUTES));
    }
  }
}
