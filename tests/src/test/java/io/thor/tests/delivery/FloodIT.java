package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.blackbox.DemoUser;
import io.thor.tests.blackbox.ThorClient;
import io.thor.tests.server.SyntheticServer;
import io.thor.tests.server.ThorServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Slow requests and a flood of handshakes, from other addresses than those of proper visitors, who
 * are served all the same. {@link FloodFiguresIT} measures how fast.
 */
@ExtendWith(SyntheticServer.class)
class FloodIT {
  private static final int FLOOD = 600;
  private static final int SLOW = 300;
  private static final Duration EVERY_BYTE = Duration.ofMillis(100);
  private static final Duration PROMPT = Duration.ofSeconds(5);
  private static ThorServer server;
  private static Doorway proper;

  @BeforeAll
  static void take(ThorServer synthetic) {
    server = synthetic;
    proper = Doorway.of(server).from("127.0.0.2");
  }

  @Test
  void theSyntheticFeedReachesASession() throws IOException {
    try (Listeners listener = Listeners.open(proper, 1)) {
      assertTrue(listener.p99(1).compareTo(PROMPT) < 0);
    }
  }

  @Test
  void slowHandshakesKeepNobodyWaiting() throws Exception {
    try (SlowRequests slow = SlowRequests.handshakes(proper.from("127.0.0.3"), SLOW);
        Attack attack = new Attack(EVERY_BYTE, number -> slow.trickle())) {
      assertOthersAreServed(attack);
    }
  }

  @Test
  void slowBodiesKeepNobodyWaiting() throws Exception {
    try (SlowRequests slow = SlowRequests.signIns(proper.from("127.0.0.4"), SLOW);
        Attack attack = new Attack(EVERY_BYTE, number -> slow.trickle())) {
      assertOthersAreServed(attack);
    }
  }

  @Test
  void aFloodOfHandshakesIsRefusedAndOthersAreLetIn() throws IOException {
    Doorway flooding = stranger().from("127.0.0.5");
    List<Integer> answers = new ArrayList<>();
    long begun = System.nanoTime();
    for (int i = 0; i < FLOOD; i++) {
      answers.add(RawSocket.statusOf(flooding));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertEquals(List.of(401, 429), answers.stream().distinct().toList());
    long lookedAt = answers.stream().filter(status -> status == 401).count();
    long windows = 1 + took.toSeconds() / 10 + 1;
    assertTrue(
        lookedAt <= windows * SyntheticServer.HANDSHAKES_OF_AN_ADDRESS,
        () -> lookedAt + " in " + took);
    assertTrue(took.compareTo(PROMPT.multipliedBy(4)) < 0, () -> FLOOD + " took " + took);
    assertEquals(101, RawSocket.statusOf(proper));
  }

  /** Signs others in, answers their questions and lets them connect, twenty times. */
  private static void assertOthersAreServed(Attack attack) throws IOException {
    for (int i = 0; i < 20; i++) {
      long begun = System.nanoTime();
      ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
      assertEquals(200, trader.get("api/accounts").status());
      assertEquals(101, RawSocket.statusOf(proper));
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(took.compareTo(PROMPT) < 0, () -> "others waited for " + took);
    }
    assertTrue(attack.strikes() > 1, "nothing was attacked");
  }

  private static Doorway stranger() {
    return proper.with("Authorization", "Bearer no-token-of-ours");
  }
}
