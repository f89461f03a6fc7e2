package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class RestContractIT {
  private static final String BARS = "api/intraday/bars?symbol=" + DemoMarket.SYMBOL;
  private static final String LOG_TOPIC = "intraday_bar:" + DemoMarket.SYMBOL;
  private static final Duration THREE_BARS = Duration.ofMinutes(6);
  private static final int ATTEMPTS = 20;

  private final ThorClient trader;

  RestContractIT(ThorServer server) {
    trader = ThorClient.signIn(server, DemoUser.TRADER);
    TopicsOf.awaitAll(trader);
  }

  @ParameterizedTest
  @CsvSource({
    "api/account/balance,               account_balance:ACC-1001",
    "api/positions,                     positions:ACC-1001",
    "api/intraday/bars?symbol=BTC-USD,  intraday_bar:BTC-USD",
    "api/intraday/vwap?symbol=BTC-USD,  vwap:BTC-USD",
    "api/market/status/XNYS,            market_status:XNYS"
  })
  void statesCarryTheirPosition(String route, String topic) {
    Answer answer = trader.get(route).expect(200);
    assertEquals(topic, answer.position().topic());
    assertTrue(answer.position().seq() > 0);
    assertEquals(
        Instant.parse(answer.header("Thor-As-Of")).toString(), answer.header("Thor-As-Of"));
    assertEquals("LIVE", answer.header("Thor-Feed"));
    assertEquals("no-cache", answer.header("Cache-Control"));
    assertEquals("application/json", answer.header("Content-Type").split(";")[0]);
    assertTrue(answer.header("ETag").startsWith("\""), "a strong tag");
    Answer unchanged = sameState(route);
    assertEquals(304, unchanged.status());
    assertEquals("", unchanged.body());
    assertEquals(topic, unchanged.position().topic());
  }

  /** A client offers HTTP/2 by an upgrade, which the server may leave unanswered. */
  @ParameterizedTest
  @EnumSource
  void takesABodyOfEitherHttpVersion(HttpClient.Version version) throws Exception {
    HttpRequest signIn =
        HttpRequest.newBuilder(trader.http().resolve("api/session"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(DemoUser.TRADER.credentials()))
            .build();
    HttpClient client = HttpClient.newBuilder().version(version).build();
    HttpResponse<String> answer = client.send(signIn, BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer::body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/accounts",
        "api/symbols",
        "api/session",
        "api/cutover",
        "api/market/status",
        "api/health/live",
        "api/health/ready",
        "api/positions?account_id=ACC-9999"
      })
  void everyAnswerHasTheCutoverRevision(String route) {
    long revision = trader.get("api/cutover").json().getJsonNumber("revision").longValueExact();
    assertEquals(String.valueOf(revision), trader.get(route).header("Thor-Cutover-Revision"));
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,              limit, '0'",
    "limit=2001,           limit, '2001'",
    "limit=many,           limit, 'many'",
    "from=yesterday,       from,  'yesterday'",
    "to=2026-01-05,        to,    '2026-01-05'"
  })
  void badInputIsNamedWithItsValueAndTheRemedy(String query, String field, String value) {
    String detail = trader.get(BARS + "&" + query).problem(400);
    assertTrue(detail.startsWith(field + " is '" + value + "'; give "), detail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/intraday/bars", "api/intraday/vwap", "api/intraday/bars?symbol="})
  void aMissingSymbolIsNamed(String route) {
    String detail = trader.get(route).problem(400);
    assertTrue(detail.startsWith("symbol is missing; give "), detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/intraday/bars?symbol=NONE",
        "api/intraday/vwap?symbol=NONE",
        "api/market/status/NONE",
        "api/market/sessions/NONE",
        "api/there/is/no/such/route"
      })
  void whatDoesNotExistIsNotFound(String route) {
    trader.get(route).problem(404);
  }

  @Test
  void aWrongMethodOrTypeIsAProblemToo() {
    trader.delete("api/accounts").problem(405);
    trader.get("api/accounts", "Accept", "text/csv").problem(406);
  }

  @Test
  void barsAreTheLastOfASpanOldestFirst() {
    awaitThreeBars();
    List<Instant> all = minutes(BARS + "&limit=2000");
    assertEquals(all.stream().sorted(Comparator.naturalOrder()).distinct().toList(), all);
    Instant from = all.get(all.size() - 3);
    Instant to = all.get(all.size() - 1);
    assertEquals(all.subList(0, all.size() - 1), minutes(BARS + "&limit=2000&to=" + to));
    assertEquals(
        all.subList(all.size() - 3, all.size() - 1), minutes(BARS + "&from=" + from + "&to=" + to));
    assertEquals(List.of(from), minutes(BARS + "&limit=1&to=" + all.get(all.size() - 2)));
    assertEquals(List.of(), minutes(BARS + "&from=" + to + "&to=" + from));
  }

  @Test
  void barsTellTheHeadOfTheirLog() {
    Answer answer = trader.get(BARS + "&limit=1").expect(200);
    JsonObject body = answer.json();
    assertEquals(DemoMarket.SYMBOL, body.getString("symbol"));
    assertEquals(answer.position().epoch(), body.getString("epoch"));
    assertEquals(answer.position().seq(), body.getJsonNumber("seq").longValueExact());
  }

  @ParameterizedTest
  @CsvSource({
    "XNYS, 2025-11-24T15:00:00Z, OPEN",
    "XNYS, 2025-12-25T15:00:00Z, CLOSED",
    "XLON, 2025-11-22T12:00:00Z, CLOSED",
    "XTKS, 2025-11-25T03:00:00Z, BREAK",
    "XMEX, 2025-07-01T13:45:00Z, OPEN",
    "XHKG, 2023-10-09T03:00:00Z, CLOSED",
    "XSHG, 2035-01-04T02:00:00Z, UNKNOWN",
    "CMES, 2025-11-24T22:30:00Z, BREAK",
    "BITSTAMP, 2025-12-25T15:00:00Z, OPEN"
  })
  void marketsAreToldAtAnyInstant(String market, String at, String status) {
    JsonObject state = trader.get("api/market/status/" + market + "?at=" + at).expect(200).json();
    assertEquals(market, state.getString("market_id"));
    assertEquals(status, state.getString("status"));
    JsonObject listed =
        trader.get("api/market/status?at=" + at).expect(200).json().getJsonArray("markets").stream()
            .map(value -> value.asJsonObject())
            .filter(entry -> entry.getString("market_id").equals(market))
            .findFirst()
            .orElseThrow();
    assertEquals(state, listed);
  }

  @Test
  void anInstantThatIsNoneIsNamed() {
    for (String route : List.of("api/market/status", "api/market/status/XNYS")) {
      assertTrue(trader.get(route + "?at=noon").problem(400).startsWith("at is 'noon'; give "));
    }
  }

  @Test
  void sessionsAreToldByDate() {
    JsonObject answer =
        trader.get("api/market/sessions/XTKS?from=2024-11-01&to=2024-11-05").expect(200).json();
    assertEquals("XTKS", answer.getString("market_id"));
    assertEquals(2, answer.getJsonArray("sessions").size());
    JsonObject longer = answer.getJsonArray("sessions").getJsonObject(1);
    assertEquals("2024-11-05", longer.getString("session"));
    assertEquals("2024-11-05T00:00:00Z", longer.getString("open"));
    assertEquals("2024-11-05T02:30:00Z", longer.getString("break_start"));
    assertEquals("2024-11-05T03:30:00Z", longer.getString("break_end"));
    assertEquals("2024-11-05T06:30:00Z", longer.getString("close"));
  }

  @Test
  void sessionsAreThoseOfTheComingDaysUnlessAsked() {
    JsonObject answer = trader.get("api/market/sessions/BITSTAMP").expect(200).json();
    assertEquals(31, answer.getJsonArray("sessions").size());
  }

  @ParameterizedTest
  @CsvSource({
    "from=monday,                        from, monday",
    "from=+12024-01-01,                  from, ' 12024-01-01'",
    "to=2026-01-05T00:00:00Z,            to,   2026-01-05T00:00:00Z",
    "from=2026-02-01&to=2026-01-31,      to,   2026-01-31",
    "from=2018-01-01&to=2028-01-09,      to,   2028-01-09"
  })
  void aSpanThatIsNoneIsNamed(String query, String field, String value) {
    String detail = trader.get("api/market/sessions/XLON?" + query).problem(400);
    assertTrue(detail.startsWith(field + " is '" + value + "'; give "), detail);
  }

  @Test
  void healthIsOpenToEveryone(ThorServer server) {
    ThorClient nobody = ThorClient.nobody(server);
    assertEquals("UP", nobody.get("api/health/live").expect(200).json().getString("status"));
    assertEquals("UP", nobody.get("api/health/ready").expect(200).json().getString("status"));
  }

  @Test
  void theDashboardIsServedAtTheRoot(ThorServer server) {
    Answer page = ThorClient.nobody(server).get("").expect(200);
    assertTrue(page.header("Content-Type").startsWith("text/html"));
    assertTrue(page.body().contains("Thor"));
  }

  /** Asks with the tag of the last answer, again while commits come in between. */
  private Answer sameState(String route) {
    return IntStream.range(0, ATTEMPTS)
        .mapToObj(
            attempt -> {
              String tag = trader.get(route).expect(200).header("ETag");
              return trader.get(route, "If-None-Match", tag);
            })
        .filter(answer -> answer.status() == 304)
        .findFirst()
        .orElseThrow(() -> new AssertionError(route + " never answered 304"));
  }

  /** Soon after midnight a new server has fewer. */
  private void awaitThreeBars() {
    try (FrameStream stream = trader.open()) {
      stream.await("the third bar", THREE_BARS, frame -> frame.on(LOG_TOPIC) && frame.seq() >= 3);
    }
  }

  private List<Instant> minutes(String route) {
    return trader.get(route).expect(200).json().getJsonArray("bars").stream()
        .map(bar -> Instant.parse(bar.asJsonObject().getString("timestamp_minute")))
        .toList();
  }
}
