package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.blackbox.DemoUser;
import io.thor.tests.server.SyntheticServer;
import io.thor.tests.server.ThorServer;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * How long messages of others take under slow requests, a flood of handshakes and hostile frames,
 * each from other addresses than those of proper visitors. {@code thor.test.full} measures for
 * longer and to 15 ms; else a second's hiccup of a busy machine is tolerated, and only a server
 * that stalls is found.
 */
@Tag("many-clients")
@ExtendWith(SyntheticServer.class)
@Isolated
class FloodFiguresIT {
  private static final int SLOW = 300;
  private static final int LISTENERS = 20;
  private static final boolean FULL = Boolean.getBoolean("thor.test.full");
  private static final int WINDOW_SECONDS = FULL ? 10 : 1;
  private static final int MESSAGES =
      WINDOW_SECONDS * LISTENERS * SyntheticServer.MESSAGES_A_SECOND;
  private static final int ROUNDS = FULL ? 3 : 5;
  private static final Duration EVERY_BYTE = Duration.ofMillis(100);
  private static final Duration TOLERATED = Duration.ofMillis(FULL ? 15 : 100);

  private final ThorServer server;

  FloodFiguresIT(ThorServer server) {
    this.server = server;
  }

  @Test
  void messagesOfOthersTravelAsFastUnderEachAttack() throws Exception {
    Doorway hostile = Doorway.of(server, DemoUser.TRADER2);
    Doorway proper = Doorway.of(server).from("127.0.0.2");
    Doorway unknown = proper.with("Authorization", "Bearer no-token-of-ours").from("127.0.0.6");
    try (Listeners listeners = Listeners.open(proper, LISTENERS);
        SlowRequests slow = SlowRequests.handshakes(proper.from("127.0.0.7"), SLOW)) {
      assertUndisturbed("slow handshakes", listeners, EVERY_BYTE, number -> slow.trickle());
      assertUndisturbed(
          "a flood of handshakes",
          listeners,
          Duration.ofMillis(5),
          number -> RawSocket.statusOf(unknown));
      assertUndisturbed(
          "hostile frames",
          listeners,
          Duration.ofMillis(25),
          number -> HostileVisit.pay(hostile.from(anotherAddress(number)), number));
    }
  }

  /** Holds the median of the windows under an attack against that of as many without. */
  private static void assertUndisturbed(
      String what, Listeners listeners, Duration every, Attack.Strike strike) throws Exception {
    List<Duration> calm = new ArrayList<>();
    List<Duration> attacked = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      calm.add(listeners.p99(MESSAGES));
      try (Attack attack = new Attack(every, strike)) {
        attacked.add(listeners.p99(MESSAGES));
        assertTrue(attack.strikes() > 0, "nothing was attacked");
      }
    }
    String figures = "%s: p99 %s, without %s".formatted(what, attacked, calm);
    System.getLogger(FloodFiguresIT.class.getName()).log(Level.INFO, figures);
    Duration usual = median(calm);
    Duration limit =
        Stream.of(usual.multipliedBy(3).dividedBy(2), usual.plus(TOLERATED))
            .max(Duration::compareTo)
            .orElseThrow();
    assertTrue(median(attacked).compareTo(limit) <= 0, figures);
  }

  private static Duration median(List<Duration> of) {
    return of.stream().sorted().toList().get(of.size() / 2);
  }

  private static String anotherAddress(long number) {
    return "127.1.%d.%d".formatted(number / 250, 1 + number % 250);
  }
}
