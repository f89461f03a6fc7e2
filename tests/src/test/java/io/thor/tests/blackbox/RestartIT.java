package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.RestartedServer;
import io.thor.tests.server.ThorServer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Kills a server and starts it, ends it and starts it, on the same data. */
@ExtendWith(RestartedServer.class)
@ResourceLock(RestartedServer.LOCK)
@Order(4)
class RestartIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String VWAP = "vwap:" + DemoMarket.SYMBOL;
  private static final String OF = "username = '%s'".formatted(DemoUser.TRADER2.username());
  private static final int WEAK_ROUNDS = 10;
  private static final String IS_WEAK = "password_hash = '%s'".formatted(weakHash());

  private static ThorServer server;

  @BeforeAll
  static void take(ThorServer restarted) {
    server = restarted;
  }

  /** Each start is long, so each is held against several promises. */
  @Test
  void nothingIsLostAndFlagsAreObeyed() {
    String partial = Ctl.status(server);
    assertTrue(partial.contains("PARTIAL CUTOVER"), partial);
    assertTrue(partial.contains("(1/4)"), partial);
    assertTrue(partial.contains("[WS  ] positions"), partial);
    long before = revision();

    assertSurvives(
        () -> {
          ThorClient last = ThorClient.signIn(server, DemoUser.OPERATOR);
          server.kill();
          assertEquals(1, server.tamper("UPDATE app_user SET " + IS_WEAK + " WHERE " + OF));
          server.start();
          // What was answered was stored, and be it a moment before the end.
          last.get("api/session").expect(200);
        });
    assertEquals(partial, Ctl.status(server));
    assertEquals(before, revision());
    ThorClient.signIn(server, DemoUser.TRADER2);
    ThorClient.signIn(server, DemoUser.TRADER2);

    assertSurvives(
        () -> {
          server.stop();
          assertEquals(0, server.tamper("DELETE FROM app_user WHERE " + OF + " AND " + IS_WEAK));
          server.setEnvironment(RestartedServer.FLAG, "false");
          server.start();
        });
    assertTrue(Ctl.status(server).contains("SHADOW MODE"), () -> Ctl.status(server));
    assertEquals(before + 1, revision());
  }

  /** As one from years ago, when fewer rounds sufficed; a sign-in replaces it. */
  private static String weakHash() {
    byte[] salt = "sixteen bytes ..".getBytes(StandardCharsets.UTF_8);
    PBEKeySpec spec =
        new PBEKeySpec(DemoUser.TRADER2.password().toCharArray(), salt, WEAK_ROUNDS, 256);
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
      Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
      return "pbkdf2-sha512$%d$%s$%s"
          .formatted(WEAK_ROUNDS, base64.encodeToString(salt), base64.encodeToString(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertSurvives(Runnable restart) {
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    awaitUpToDate(trader, now());
    // All states are there once each has come; on its first start a server has none at first.
    Map<String, Position> positionsBefore = positions(trader);
    Ledger before = Ledger.read(trader);

    Instant restarted = now();
    restart.run();

    // The token survives too: the same client goes on.
    Instant takenTo = awaitUpToDate(trader, restarted);
    Ledger after = Ledger.read(trader);
    before.assertSurvivedIn(after);
    after.assertComplete(takenTo);
    positions(trader).forEach((topic, position) -> assertWentOn(positionsBefore, position));
  }

  private static void assertWentOn(Map<String, Position> before, Position after) {
    Position position = before.get(after.topic());
    assertEquals(position.epoch(), after.epoch(), after.topic());
    assertTrue(after.seq() >= position.seq(), () -> position + " became " + after);
  }

  /**
   * Waits until trades are taken over up to an instant.
   *
   * @return up to when they are: minutes that ended before are final
   */
  private static Instant awaitUpToDate(ThorClient trader, Instant instant) {
    try (FrameStream stream = trader.open()) {
      return stream
          .await(
              "a VWAP of " + instant + " or later",
              LIMIT.plus(DemoMarket.untilTrades(1)),
              frame -> frame.on(VWAP) && !frame.asOf().isBefore(instant))
          .asOf()
          .minus(Duration.ofSeconds(3));
    }
  }

  private static Map<String, Position> positions(ThorClient trader) {
    Map<String, Position> positions = new TreeMap<>();
    try (FrameStream stream = trader.open()) {
      for (String topic : TopicsOf.user(trader)) {
        stream
            .await("the state of " + topic, LIMIT, frame -> frame.on(topic))
            .position()
            .ifPresent(position -> positions.put(topic, position));
      }
    }
    return positions;
  }

  private static long revision() {
    return ThorClient.signIn(server, DemoUser.OPERATOR)
        .get("api/cutover")
        .expect(200)
        .json()
        .getJsonNumber("revision")
        .longValueExact();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
