package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Late notices of exchanges, by REST and by thorctl. Leaves the calendars as they were. */
@ExtendWith(SharedServer.class)
class CalendarOverridesIT {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String CLOSED = "{\"reason\":\"storm\",\"name\":\"Typhoon\"}";
  private static final String MARKET = "api/market/overrides/XTKS/";
  private static final String DAY = MARKET + "2026-01-09";
  private static final String SESSIONS = "api/market/sessions/XTKS?from=2026-01-09&to=2026-01-09";

  /** Today on the clock of a venue where midnight is far. */
  private static final Venue VENUE = Venue.farFromMidnight();

  private final ThorServer server;
  private final ThorClient operator;
  private final ThorClient trader;

  CalendarOverridesIT(ThorServer server) {
    this.server = server;
    this.operator = ThorClient.signIn(server, DemoUser.OPERATOR);
    this.trader = ThorClient.signIn(server, DemoUser.TRADER);
  }

  @AfterEach
  void takeBack() {
    operator.delete(DAY);
    operator.delete(VENUE.override());
  }

  @Test
  void theStatusFollowsAtOnceOnBothPaths() {
    try (FrameStream stream = trader.open()) {
      put(VENUE.override(), hours("00:00", "23:58")).expect(200);
      JsonObject open = agreed(stream, "OPEN", "early_close");
      assertEquals("CLOSED", open.getString("next_event"));
      String closing = open.getString("next_event_at");
      assertTrue(closing.endsWith(":58:00Z"), closing);

      put(VENUE.override(), hours("00:00", "23:59")).expect(200);
      stream.await("the new transition", LIMIT, CalendarOverridesIT::closesAMinuteLater);

      ctl("close", VENUE.mic(), VENUE.today().toString(), "--reason", "storm", "--name", "Typhoon");
      agreed(stream, "CLOSED", "storm");

      ctl("remove", VENUE.mic(), VENUE.today().toString());
      JsonObject listed = operator.get("api/market/overrides/" + VENUE.mic()).expect(200).json();
      assertTrue(listed.getJsonArray("overrides").isEmpty(), listed::toString);
    }
  }

  @Test
  void closesADayAndTakesItBack() {
    assertEquals(1, sessions());
    assertEquals("{\"date\":\"2026-01-09\"," + CLOSED.substring(1), put(DAY, CLOSED).body());
    assertEquals(0, sessions());
    String listed = operator.get("api/market/overrides/XTKS").expect(200).body();
    assertTrue(listed.contains("\"actor\":\"operator\""), listed);
    assertTrue(listed.contains("closed, storm, Typhoon"), listed);
    String printed = ctl("list", "XTKS");
    assertTrue(printed.contains("2026-01-09  closed  storm  Typhoon"), printed);

    operator.delete(DAY).expect(204);

    assertEquals(1, sessions());
    operator.delete(DAY).problem(404);
    assertFalse(ctl("list", "XTKS").contains("2026-01-09  closed  storm  Typhoon"));
  }

  @Test
  void changesTheHoursOfADay() {
    put(
            DAY,
            "{\"reason\":\"late_open\",\"name\":\"Notice\",\"open\":\"10:00\","
                + "\"break_start\":\"11:30\",\"break_end\":\"12:30\",\"close\":\"14:00\"}")
        .expect(200);

    JsonObject session =
        trader.get(SESSIONS).expect(200).json().getJsonArray("sessions").getJsonObject(0);
    assertEquals("2026-01-09T01:00:00Z", session.getString("open"));
    assertEquals("2026-01-09T02:30:00Z", session.getString("break_start"));
    assertEquals("2026-01-09T03:30:00Z", session.getString("break_end"));
    assertEquals("2026-01-09T05:00:00Z", session.getString("close"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2026-01-09 | {'reason':'storm'} | name is missing; give ",
        "2026-01-09 | {'reason':'Storm!','name':'N'} | reason is 'Storm!'; give ",
        "2026-01-09 | {'reason':'storm','name':'N','open':'9','close':'10:00'} | open is '9'; write ",
        "2026-01-09 | {'reason':'storm','name':'N','open':'11:00','close':'10:00'} | close is '10:00'; give ",
        "2026-01-09 | {'reason':'storm','name':'N','open':'11:00'} | open and close come together; give ",
        "2026-01-09 | {'reason':'storm','name':'N','break_start':'11:00'} | a closed day has no break; give ",
        "2040-01-09 | {'reason':'storm','name':'N'} | date is '2040-01-09'; give ",
        "monday     | {'reason':'storm','name':'N'} | date is 'monday'; give ",
        "%20        | {'reason':'storm','name':'N'} | date is ' '; give "
      })
  void badInputIsNamedWithItsValueAndTheRemedy(String date, String body, String detail) {
    Answer answer = put(MARKET + date, body.replace('\'', '"'));
    assertTrue(answer.problem(400).startsWith(detail), answer::body);
  }

  @Test
  void hoursThatReachIntoTheSessionBesideAreRefused() {
    String body = hours("14:00-1d", "15:00");
    String detail = put(DAY, body).problem(400);
    assertTrue(detail.startsWith("the session of 2026-01-09 would open at "), detail);
  }

  @Test
  void onlyAMarketThatThereIsHasDays() {
    put("api/market/overrides/XXXX/2026-01-09", CLOSED).problem(404);
    operator.delete("api/market/overrides/XXXX/2026-01-09").problem(404);
    operator.get("api/market/overrides/XXXX").problem(404);
  }

  private JsonObject agreed(FrameStream stream, String status, String reason) {
    Received frame =
        stream.await("the status " + status, LIMIT, each -> isStatus(each, status, reason));
    Answer answer = trader.get("api/market/status/" + VENUE.mic()).expect(200);
    assertEquals(frame.position(), Optional.of(answer.position()));
    assertEquals(frame.data(), answer.json());
    return frame.data();
  }

  private static boolean isStatus(Received frame, String status, String reason) {
    return frame.on("market_status:" + VENUE.mic())
        && frame.data().getString("status").equals(status)
        && frame.data().getString("reason").equals(reason);
  }

  private static boolean closesAMinuteLater(Received frame) {
    return isStatus(frame, "OPEN", "early_close")
        && frame.data().getString("next_event_at").endsWith(":59:00Z");
  }

  private static String hours(String open, String close) {
    return Json.createObjectBuilder(
            Map.of("reason", "early_close", "name", "Notice", "open", open, "close", close))
        .build()
        .toString();
  }

  private Answer put(String path, String body) {
    return operator.send("PUT", path, Optional.of(body), "Content-Type", "application/json");
  }

  private String ctl(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "calendar";
    all[1] = "override";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    Ctl.Result result = Ctl.run(server, all);
    assertEquals(0, result.exitCode(), result.text());
    return result.text();
  }

  private int sessions() {
    return operator.get(SESSIONS).expect(200).json().getJsonArray("sessions").size();
  }
}
