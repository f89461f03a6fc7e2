package io.thor.tests.blackbox;

import static io.thor.tests.blackbox.FeedServer.LIMIT;
import static io.thor.tests.blackbox.FeedServer.REPLAY;
import static io.thor.tests.blackbox.FeedServer.TCP;
import static io.thor.tests.blackbox.FeedServer.await;
import static io.thor.tests.blackbox.FeedServer.says;
import static io.thor.tests.blackbox.VenueBars.LOG;
import static io.thor.tests.blackbox.VenueBars.SYMBOL;
import static io.thor.tests.blackbox.VenueBars.trade;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server whose trades come from outside: from a venue over TCP, which the test silences and cuts
 * off, and from a file, with instruments of several markets.
 */
@Tag("feed")
@TestMethodOrder(OrderAnnotation.class)
class FeedIT {

  /** What is silent or gone is told within it. */
  private static final Duration ALARM_LIMIT = Duration.ofSeconds(5);

  /** A market whose day does not change during the test, and what the venue trades of it. */
  private static final Venue MARKET = Venue.farFromMidnight();

  private static final String SHARE = "SHARE";

  private static final String INSTRUMENTS =
      """
      symbol,market_id,asset_type,multiplier,description,eligibility
      ETH-USD,BITSTAMP,CRYPTO,,Ether in US dollars,
      ESH4,CMES,FUTURE,,E-mini S&P 500 March 2024,
      7203,XTKS,STOCK,,Toyota,
      AAPL,XNYS,STOCK,,Apple,US_REGULAR
      SHARE,%s,STOCK,,A share,
      """
          .formatted(MARKET.mic());

  private static final String TRADES =
      """
      time,symbol,price,quantity,trade_id,conditions
      2024-03-08T21:59:00Z,ESH4,5100,1,1,
      2024-03-08T23:00:00Z,ESH4,-5,1,2,
      2024-03-10T22:05:00Z,ESH4,5110,1,3,
      2024-03-11T00:30:00Z,7203,3500,100,4,
      2024-03-11T01:00:00Z,ESH4,5120,3,5,
      2024-03-11T04:00:00Z,7203,3510,300,6,
      2024-03-11T14:00:00Z,AAPL,170,100,7,@
      2024-03-11T14:00:30Z,AAPL,1.70,900,8,@ T
      2024-03-11T14:01:00Z,MSFT,400,100,9,
      2024-03-11T14:02:00Z,AAPL,172,100,10,@ I
      2024-03-11T14:03,AAPL,
      """;

  @TempDir private static Path directory;

  private static FeedServer feeds;
  private static FeedVenue venue;
  private static VenueBars bars;
  private static SymbolSessions sessions;

  @BeforeAll
  static void start() throws IOException {
    feeds = FeedServer.start(directory, SYMBOL + "," + SHARE, INSTRUMENTS, TRADES);
    venue = feeds.venue();
    bars = new VenueBars(feeds.trader());
    sessions = new SymbolSessions(feeds.trader());
  }

  @AfterAll
  static void close() {
    Optional.ofNullable(feeds).ifPresent(FeedServer::close);
  }

  @Test
  @Order(1)
  void logsOnWithItsSecretAndTakesTrades() {
    awaitLive();
    JsonObject logon = venue.heard("logon").get(0);
    assertEquals(FeedServer.SECRET, logon.getString("secret"));
    assertEquals("[\"ETH-USD\",\"SHARE\"]", logon.getJsonArray("symbols").toString());

    for (int number = 1; number <= 5; number++) {
      venue.send(trade(number));
    }
    bars.assertAre(5);
    assertEquals("LIVE", feeds.worst());
  }

  @Test
  @Order(2)
  void showsSilenceOnBothPathsAndRecoversByItself() {
    try (FrameStream stream = feeds.trader().open()) {
      stream.await("LIVE", LIMIT, frame -> says(frame, TCP, "LIVE"));
      venue.silence(true);
      stream.awaitNext("STALE", ALARM_LIMIT, frame -> says(frame, TCP, "STALE"));
      assertEquals("STALE", feeds.status(TCP));
      assertEquals("STALE", feeds.worst());
      assertFalse(venue.heard("test").isEmpty(), "it was not tested");

      stream.awaitNext("DOWN", LIMIT, frame -> says(frame, TCP, "DOWN"));
      assertEquals("DOWN", feeds.status(TCP));
      venue.silence(false);
      stream.awaitNext("LIVE", LIMIT, frame -> says(frame, TCP, "LIVE"));
    }
    awaitLive();
  }

  @Test
  @Order(3)
  void closesEveryGapAndNamesWhatMakesNoTrade() {
    venue.send(trade(6));
    venue.number(trade(7));
    venue.number(trade(8));
    venue.send(trade(9));
    String doubled = venue.number(trade(10));
    venue.say(doubled);
    venue.say(doubled);
    venue.send(trade(11).replace("\"price\":111", "\"price\":-1"));
    venue.send(trade(11).replace(SYMBOL, "DOGE-USD"));
    venue.send(trade(11).replace(VenueBars.minute(11).toString(), "2099-01-01T00:00:00Z"));
    venue.say("this is no JSON");
    venue.say("x".repeat(100_000));
    venue.send(trade(11));

    bars.assertAre(11);
    JsonObject resend = venue.heard("resend").get(0);
    assertEquals(List.of(7, 8), List.of(resend.getInt("from"), resend.getInt("to")));
    assertEquals(5, feeds.count("rejected"));
    assertEquals(1, feeds.count("duplicate"));
    assertEquals(0, feeds.count("lost"));
    for (String words :
        List.of(
            "message 11: price '-1' is not above zero",
            "message 12: symbol 'DOGE-USD' is not known",
            "message 13: time '2099-01-01T00:00:00Z' is in the future",
            "it is no object of JSON",
            "it has more than 16384 bytes")) {
      feeds.assertLogged("feed tcp, line \\d+(, |: )", words);
    }
  }

  @Test
  @Order(4)
  void isDownWhenItIsCutAndMissesNothingOnceItIsBack() {
    try (FrameStream stream = feeds.trader().open()) {
      stream.await("bar 11", LIMIT, frame -> frame.on(LOG) && frame.seq() == 11);
      venue.cut();
      stream.awaitNext("DOWN", ALARM_LIMIT, frame -> says(frame, TCP, "DOWN"));
      assertEquals("DOWN", feeds.status(TCP));
      assertEquals("DOWN", feeds.worst());
      for (int number = 12; number <= 20; number++) {
        venue.number(trade(number));
      }
      venue.open();
      stream.awaitNext("LIVE", LIMIT, frame -> says(frame, TCP, "LIVE"));
      venue.send(trade(21));
      bars.assertAre(21);
      stream.await("bar 21", LIMIT, frame -> frame.on(LOG) && frame.seq() == 21);
      bars.assertPushed(stream, 11, 21);
    }
    assertEquals(0, feeds.count("lost"));
  }

  /** On the Sunday evening of the change to summer time in Chicago; over lunch in Tokyo. */
  @Test
  @Order(5)
  void sessionsAreThoseOfTheInstrumentsMarket() {
    sessions.await("AAPL", "2024-03-11");
    sessions.assertVwap("ESH4", "2024-03-11", "5117.5", "4");
    sessions.assertVwap("7203", "2024-03-11", "3507.5", "400");
    sessions.assertVwap("AAPL", "2024-03-11", "171", "200");
    for (String words :
        List.of(
            "line 3: price '-5' is not above zero",
            "line 10: symbol 'MSFT' is not known",
            "line 12: the row has 3 fields")) {
      feeds.assertLogged("feed replay, .*trades.csv, ", words);
    }
  }

  @Test
  @Order(6)
  void aReplayThatHasEndedIsNoAlarm() {
    await("the end", () -> feeds.status(REPLAY).equals("ENDED"));
    awaitLive();
    assertEquals("LIVE", feeds.worst());
    try (FrameStream stream = feeds.trader().open()) {
      stream.await("the end", LIMIT, frame -> says(frame, REPLAY, "ENDED"));
    }
    assertFalse(feeds.log().contains("feed replay is lost"));
  }

  @Test
  @Order(7)
  void theNextTradeBelongsToTheSessionThatAnOperatorMadeOfItsDay() {
    String today = MARKET.today().toString();
    ThorClient operator = feeds.operator();
    override(operator, "");
    assertTrue(
        feeds.vwap(SHARE).problem(503).endsWith("is not computed yet; ask again in seconds"));
    assertTrue(feeds.vwap(SHARE).body().contains("\"urn:thor:problem:not-yet\""));
    venue.send(trade(1, SHARE));
    sessions.await(SHARE, sessions.last(MARKET));

    override(operator, ",\"open\":\"00:00\",\"close\":\"23:58\"");
    try (FrameStream stream = feeds.trader().open()) {
      venue.send(trade(30, SHARE));
      Received pushed =
          stream.await("today's VWAP", LIMIT, frame -> SymbolSessions.isOf(frame, SHARE, today));
      assertEquals(pushed.data(), feeds.vwap(SHARE).expect(200).json());
    } finally {
      operator.delete(MARKET.override()).expect(204);
    }
    sessions.assertVwap(SHARE, today, "130", "0.5");
  }

  @Test
  @Order(8)
  void theSecretIsNowhere() {
    assertFalse(feeds.log().contains(FeedServer.SECRET));
    String settings = feeds.operator().get("api/config").expect(200).body();
    assertFalse(settings.contains(FeedServer.SECRET));
  }

  private static void awaitLive() {
    await("LIVE", () -> feeds.status(TCP).equals("LIVE"));
  }

  /** Closes today, or gives it hours. */
  private static void override(ThorClient operator, String hours) {
    String body = "{\"reason\":\"notice\",\"name\":\"Notice\"" + hours + "}";
    operator
        .send("PUT", MARKET.override(), Optional.of(body), "Content-Type", "application/json")
        .expect(200);
  }
}
