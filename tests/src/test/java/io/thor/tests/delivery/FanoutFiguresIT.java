package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.tests.server.FanoutBenchmark;
import io.thor.tests.server.ServerLog;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The short form of the fan-out benchmark on a server of its own. Its figures, which the table of
 * {@code ./thor servers} takes from the log, are those of users' servers with {@code
 * thor.test.full} alone.
 */
@Tag("fanout")
@Tag("long")
@Isolated
class FanoutFiguresIT {
  private static final int SESSIONS = 1000;
  private static final List<String> SHORT_FORM =
      List.of(
          "--sessions", String.valueOf(SESSIONS),
          "--rate", "10",
          "--warmup", "30",
          "--seconds", "15");

  private static final Pattern WRITER =
      Pattern.compile("sessions are written to by the (\\w+) writer");

  private static final String ADMITTED = String.valueOf(SESSIONS + 100);
  private static final Map<String, String> SETTINGS =
      Map.of(
          "thor.profile", "demo",
          "thor.feed", "synthetic",
          // The probe is a session of its own, and would be measured with the others.
          "thor.jobs.parity-probe.enabled", "false",
          "thor.push.max-sessions-per-user", ADMITTED,
          "thor.push.max-sessions-per-address", ADMITTED,
          "thor.push.max-handshakes-per-address", "100000");

  @Test
  void everySessionGetsEveryMessageOnce() {
    try (ThorServer server = ThorServers.start(SETTINGS, SharedServer.ENVIRONMENT)) {
      JsonObject row = FanoutBenchmark.run(server, SHORT_FORM);
      System.getLogger(FanoutFiguresIT.class.getName())
          .log(Level.INFO, "fan-out by the {0} writer: {1}", writer(server), row);
      assertEquals(SESSIONS, row.getInt("open"), row::toString);
      assertEquals("none", row.getString("closed"), row::toString);
      assertEquals(0, row.getInt("gaps"), row::toString);
      assertEquals(0, row.getInt("doubles"), row::toString);
    }
  }

  /** The way that the server has taken, as it says. */
  private static String writer(ThorServer server) {
    return WRITER
        .matcher(ServerLog.textOf(server))
        .results()
        .map(found -> found.group(1))
        .distinct()
        .reduce((one, other) -> one + "+" + other)
        .orElseThrow(() -> new AssertionError("the log names no writer"));
  }
}
