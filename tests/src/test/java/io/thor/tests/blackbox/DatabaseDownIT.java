package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Orders while the database of a server is away, and what is left of them when it is back. */
@Tag("outage")
class DatabaseDownIT {
  private static final Duration PROMISE = Duration.ofSeconds(2);
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String LOWERED = "positions";
  private static final String LOWERED_IN_SILENCE = "global_market";
  private static final String PAUSED = "intraday";
  private static final String PATH = "api/cutover/" + LOWERED;
  private static final String NOT_STORED = "; not stored yet, the database is down";

  private static ThorServer server;

  @BeforeAll
  static void startServer() {
    Map<String, String> environment = new HashMap<>(SharedServer.ENVIRONMENT);
    environment.put("WS_FEATURE_POSITIONS", "true");
    environment.put("WS_FEATURE_GLOBAL_MARKET", "true");
    server = ThorServers.startWithStoppableDatabase(SharedServer.SETTINGS, environment);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void lowersInMemoryAndStoresItWhenTheDatabaseIsBack() {
    String token = ThorClient.token(server, DemoUser.OPERATOR);
    CutoverClient cutover = new CutoverClient(ThorClient.withToken(server, token));
    try (FrameStream stream = ThorClient.signIn(server, DemoUser.TRADER).open()) {
      stream.await("the first frame", LIMIT, frame -> true);
      assertEquals("LIVE", cutover.stage(LOWERED).getString("stage"));

      server.stopDatabase();
      JsonObject lowered = lower(LOWERED, cutover, stream);
      pause(token);
      assertShown(cutover, token, lowered);
      assertRefusesAllElse(cutover.operator());
      Instant ordered = Instant.now();
      server.startDatabase();

      assertStored(cutover, lowered.getInt("revision"));
      assertAudited(cutover, ordered);
    }
  }

  /** From when on that is known; before, who asks it waits for an answer. */
  @Test
  @EnabledIfSystemProperty(named = "thor.test.database", matches = "postgresql")
  void lowersWhileTheDatabaseIsSilent() {
    CutoverClient cutover = CutoverClient.of(server);
    try (FrameStream stream = ThorClient.signIn(server, DemoUser.TRADER).open()) {
      stream.await("the first frame", LIMIT, frame -> true);
      assertEquals("LIVE", cutover.stage(LOWERED_IN_SILENCE).getString("stage"));

      server.silenceDatabase();
      assertTrue(Await.until(() -> !isReady(), LIMIT.multipliedBy(2)));
      lower(LOWERED_IN_SILENCE, cutover, stream);
      server.startDatabase();

      BooleanSupplier stored = () -> cutover.stored(LOWERED_IN_SILENCE).getBoolean("stored");
      assertTrue(Await.until(stored, LIMIT));
      assertEquals("rollback", cutover.lastEntry(LOWERED_IN_SILENCE).getString("verb"));
    }
  }

  private static boolean isReady() {
    try {
      return ThorClient.nobody(server).get("api/health/ready").status() == 200;
    } catch (UncheckedIOException e) {
      return true;
    }
  }

  /** The open session is told in the time that is promised. */
  private static JsonObject lower(String feature, CutoverClient cutover, FrameStream stream) {
    long startNanos = System.nanoTime();
    Answer answer =
        cutover.operator().post("api/cutover/" + feature + "/rollback", CutoverClient.REASON);
    Received told = stream.await("the rollback", PROMISE, frame -> saysShadow(feature, frame));
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);

    JsonObject lowered = answer.expect(200).json();
    assertTrue(took.compareTo(PROMISE) <= 0, () -> "told after " + took);
    assertFalse(lowered.getBoolean("stored"), lowered::toString);
    assertEquals("SHADOW", lowered.getString("stage"));
    assertEquals(lowered.getInt("revision"), told.data().getInt("revision"));
    return lowered;
  }

  private static void pause(String token) {
    Ctl.Result paused = Ctl.withToken(server, token, "pause", PAUSED, "--reason", "rehearsal");
    assertEquals(0, paused.exitCode(), paused.text());
    assertTrue(paused.text().contains("not stored yet"), paused.text());
  }

  private static void assertShown(CutoverClient cutover, String token, JsonObject lowered) {
    assertEquals(lowered, cutover.stored(LOWERED));
    assertTrue(why(cutover, LOWERED).endsWith(NOT_STORED), why(cutover, LOWERED));
    Ctl.Result why = Ctl.withToken(server, token, "why", LOWERED);
    assertEquals(0, why.exitCode(), why.text());
    assertTrue(why.text().contains(NOT_STORED), why.text());
    Ctl.Result status = Ctl.withToken(server, token, "status");
    assertEquals(4, status.exitCode(), status.text());
  }

  private static void assertRefusesAllElse(ThorClient operator) {
    String revision = operator.get(PATH).expect(200).json().getJsonNumber("revision").toString();
    Answer advance = operator.post(PATH + "/advance", CutoverClient.REASON, "If-Match", revision);
    assertTrue(advance.problem(503).contains("only lowering is possible"), advance::body);
    assertEquals("NO_DATABASE", advance.json().getString("title"));
    advance.header("Retry-After");

    Answer signIn = ThorClient.nobody(server).post("api/session", DemoUser.OPERATOR.credentials());
    assertTrue(signIn.problem(503).contains("the database is down"), signIn::body);
    signIn.header("Retry-After");
    operator.get(PATH + "/gates").problem(503);
    operator.get("api/cutover/audit").problem(503);
    ThorClient.withToken(server, "unknown").get(PATH).problem(503);
    assertEquals(503, ThorClient.nobody(server).get("api/health/ready").status());
  }

  private static void assertStored(CutoverClient cutover, int revision) {
    for (String feature : new String[] {LOWERED, PAUSED}) {
      assertTrue(Await.until(() -> cutover.stored(feature).getBoolean("stored"), LIMIT), feature);
      assertFalse(why(cutover, feature).endsWith(NOT_STORED), why(cutover, feature));
    }
    assertEquals("SHADOW", cutover.stage(LOWERED).getString("stage"));
    assertEquals(revision, cutover.stored(LOWERED).getInt("revision"));
    assertEquals(revision + 1, cutover.stored(PAUSED).getInt("revision"));
  }

  private static void assertAudited(CutoverClient cutover, Instant ordered) {
    JsonObject entry = cutover.lastEntry(LOWERED);
    assertEquals("rollback", entry.getString("verb"));
    assertEquals(DemoUser.OPERATOR.username(), entry.getJsonObject("actor").getString("name"));
    assertEquals("rehearsal; ordered while the database was down", entry.getString("reason"));
    assertFalse(Instant.parse(entry.getString("at")).isAfter(ordered), entry::toString);
    assertEquals("pause", cutover.lastEntry(PAUSED).getString("verb"));
    Ctl.Result verified = Ctl.run(server, "audit", "--verify");
    assertEquals(0, verified.exitCode(), verified.text());
  }

  private static String why(CutoverClient cutover, String feature) {
    return cutover.stage(feature).getString("why");
  }

  private static boolean saysShadow(String feature, Received received) {
    return received.is("cutover_status")
        && received
            .data()
            .getJsonObject("features")
            .getJsonObject(feature)
            .getString("stage")
            .equals("SHADOW");
  }
}
