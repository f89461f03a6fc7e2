package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Late notices by REST. Leaves the calendars as they were. */
@ExtendWith(SharedServer.class)
class CalendarOverridesIT {

  private static final String DAY = "api/market/overrides/XTKS/2026-01-09";
  private static final String SESSIONS = "api/market/sessions/XTKS?from=2026-01-09&to=2026-01-09";
  private static final String CLOSED = "{\"reason\":\"storm\",\"name\":\"Typhoon\"}";

  private final ThorServer server;
  private final ThorClient operator;

  CalendarOverridesIT(ThorServer server) {
    this.server = server;
    this.operator = ThorClient.signIn(server, DemoUser.OPERATOR);
  }

  @AfterEach
  void takeBack() {
    operator.delete(DAY);
  }

  @Test
  void closesADayAtOnceAndTakesItBack() {
    assertEquals(1, sessions());

    put(DAY, CLOSED).expect(200);

    assertEquals(0, sessions());
    String listed = operator.get("api/market/overrides/XTKS").expect(200).body();
    assertTrue(listed.contains("closed, storm, Typhoon"), listed);
    operator.delete(DAY).expect(204);
    assertEquals(1, sessions());
    operator.delete(DAY).problem(404);
  }

  @Test
  void changesTheHoursOfADay() {
    put(
            DAY,
            "{\"reason\":\"early_close\",\"name\":\"Notice\",\"open\":\"10:00\",\"close\":\"12:00\"}")
        .expect(200);

    String session = operator.get(SESSIONS).expect(200).body();
    assertTrue(session.contains("2026-01-09T01:00:00Z"), session);
    assertTrue(session.contains("2026-01-09T03:00:00Z"), session);
  }

  @Test
  void refusesInWords() {
    assertTrue(put(DAY, "{\"reason\":\"storm\"}").problem(400).contains("name"));
    assertTrue(put("api/market/overrides/XTKS/2040-01-09", CLOSED).problem(400).contains("covers"));
    put("api/market/overrides/XXXX/2026-01-09", CLOSED).problem(404);
    ThorClient.signIn(server, DemoUser.TRADER)
        .send("PUT", DAY, Optional.of(CLOSED), "Content-Type", "application/json")
        .problem(403);
  }

  private Answer put(String path, String body) {
    return operator.send("PUT", path, Optional.of(body), "Content-Type", "application/json");
  }

  private int sessions() {
    return operator.get(SESSIONS).expect(200).json().getJsonArray("sessions").size();
  }
}
