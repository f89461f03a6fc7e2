package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import io.thor.tests.server.FreePorts;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String SECRET = "venue-s3cret-of-the-tests";
  private static final String SYMBOL = "ETH-USD";
  private static final String VWAP = "api/intraday/vwap?symbol=";
  private static final String LOG = "intraday_bar:" + SYMBOL;

  /** Silence that is shown within 5 s, and a second for a busy machine. */
  private static final Duration STALE_LIMIT = Duration.ofSeconds(6);

  /** A minute that is over, for each number. */
  private static final Instant FIRST =
      Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(50));

  private static final String INSTRUMENTS =
      """
      symbol,market_id,asset_type,multiplier,description,eligibility
      ETH-USD,BITSTAMP,CRYPTO,,Ether in US dollars,
      ESH4,CMES,FUTURE,,E-mini S&P 500 March 2024,
      7203,XTKS,STOCK,,Toyota,
      AAPL,XNYS,STOCK,,Apple,US_REGULAR
      """;

  /** The last trade is so far ahead that the replay does not end while the tests run. */
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
      2025-03-11T14:00:00Z,AAPL,200,1,11,
      """;

  @TempDir private static Path directory;

  private static FeedVenue venue;
  private static ThorServer server;
  private static ThorClient trader;

  @BeforeAll
  static void start() throws IOException {
    int port = FreePorts.one();
    venue = new FeedVenue(port);
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.feed", "tcp,replay");
    settings.put("thor.feed.tcp.address", "127.0.0.1:" + port);
    settings.put("thor.feed.tcp.symbols", SYMBOL);
    settings.put("thor.feed.silent-ms", "6000");
    settings.put("thor.feed.replay.file", write("trades.csv", TRADES));
    settings.put("thor.feed.replay.times", "recorded");
    settings.put("thor.feed.replay.speed", "100000");
    settings.put("thor.instruments.file", write("instruments.csv", INSTRUMENTS));
    Map<String, String> environment = new HashMap<>(SharedServer.ENVIRONMENT);
    environment.put("THOR_FEED_TCP_SECRET", SECRET);
    server = ThorServers.start(settings, environment);
    trader = ThorClient.signIn(server, DemoUser.TRADER);
  }

  @AfterAll
  static void close() {
    Optional.ofNullable(server).ifPresent(ThorServer::close);
    Optional.ofNullable(venue).ifPresent(FeedVenue::close);
  }

  private static String write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  @Test
  @Order(1)
  void logsOnWithItsSecretAndTakesTrades() {
    await("LIVE", () -> statusOnRest().equals("LIVE"));
    JsonObject logon = venue.heard("logon").get(0);
    assertEquals(SECRET, logon.getString("secret"));
    assertEquals("[\"" + SYMBOL + "\"]", logon.getJsonArray("symbols").toString());

    for (int number = 1; number <= 5; number++) {
      venue.send(trade(number));
    }
    await("5 bars", () -> bars().size() == 5);
    assertEquals("LIVE", trader.get(VWAP + SYMBOL).expect(200).header("Thor-Feed"));
  }

  @Test
  @Order(2)
  void showsSilenceOnBothPathsAndRecoversByItself() {
    try (FrameStream stream = trader.open()) {
      stream.await("LIVE", LIMIT, frame -> isFeed(frame, "LIVE"));
      long began = System.nanoTime();
      venue.silence(true);
      stream.awaitNext("STALE", STALE_LIMIT, frame -> isFeed(frame, "STALE"));
      assertEquals("STALE", statusOnRest());
      assertEquals("STALE", trader.get(VWAP + SYMBOL).expect(200).header("Thor-Feed"));
      long tookMs = Duration.ofNanos(System.nanoTime() - began).toMillis();
      assertTrue(tookMs < STALE_LIMIT.toMillis(), "after " + tookMs + " ms");
      assertFalse(venue.heard("test").isEmpty(), "it was not tested");

      stream.awaitNext("DOWN", LIMIT, frame -> isFeed(frame, "DOWN"));
      assertEquals("DOWN", statusOnRest());
      venue.silence(false);
      stream.awaitNext("LIVE", LIMIT, frame -> isFeed(frame, "LIVE"));
    }
    await("LIVE", () -> statusOnRest().equals("LIVE"));
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
    venue.send(trade(11).replace(minute(11).toString(), "2099-01-01T00:00:00Z"));
    venue.say("this is no JSON");
    venue.say("x".repeat(100_000));
    venue.send(trade(11));

    assertBars(11);
    JsonObject resend = venue.heard("resend").get(0);
    assertEquals(List.of(7, 8), List.of(resend.getInt("from"), resend.getInt("to")));
    assertEquals(5, figure("rejected"));
    assertEquals(1, figure("duplicate"));
    assertEquals(0, figure("lost"));
    for (String words :
        List.of(
            "message 11: price '-1' is not above zero",
            "message 12: symbol 'DOGE-USD' is not known",
            "message 13: time '2099-01-01T00:00:00Z' is in the future",
            "it is no object of JSON",
            "it has more than 16384 bytes")) {
      assertLogged("feed tcp, line \\d+(, |: )", words);
    }
  }

  @Test
  @Order(4)
  void isDownWhenItIsCutAndMissesNothingOnceItIsBack() {
    try (FrameStream stream = trader.open()) {
      stream.await("bar 11", LIMIT, frame -> frame.on(LOG) && frame.seq() == 11);
      venue.cut();
      stream.awaitNext("DOWN", STALE_LIMIT, frame -> isFeed(frame, "DOWN"));
      assertEquals("DOWN", statusOnRest());
      assertEquals("DOWN", trader.get(VWAP + SYMBOL).expect(200).header("Thor-Feed"));
      for (int number = 12; number <= 20; number++) {
        venue.number(trade(number));
      }
      venue.open();
      stream.awaitNext("LIVE", LIMIT, frame -> isFeed(frame, "LIVE"));
      venue.send(trade(21));
      assertBars(21);
      stream.await("bar 21", LIMIT, frame -> frame.on(LOG) && frame.seq() == 21);
      assertSamePushed(stream);
    }
    assertEquals(0, figure("lost"));
  }

  /** On the Sunday evening of the change to summer time in Chicago; over lunch in Tokyo. */
  @Test
  @Order(5)
  void sessionsAreThoseOfTheInstrumentsMarket() {
    await("the replay", () -> date("AAPL").equals(Optional.of("2024-03-11")));
    assertVwap("ESH4", "2024-03-11", "5117.5", "4");
    assertVwap("7203", "2024-03-11", "3507.5", "400");
    assertVwap("AAPL", "2024-03-11", "171", "200");
    for (String words :
        List.of(
            "line 3: price '-5' is not above zero",
            "line 10: symbol 'MSFT' is not known",
            "line 12: the row has 3 fields")) {
      assertLogged("feed replay, .*trades.csv, ", words);
    }
  }

  @Test
  @Order(6)
  void theSecretIsNowhere() throws IOException {
    assertFalse(Files.readString(server.log()).contains(SECRET));
    ThorClient operator = ThorClient.signIn(server, DemoUser.OPERATOR);
    assertFalse(operator.get("api/config").expect(200).body().contains(SECRET));
  }

  private static void assertVwap(String symbol, String date, String vwap, String volume) {
    JsonObject answer = trader.get(VWAP + symbol).expect(200).json();
    assertEquals(date, answer.getString("session_date"), answer::toString);
    assertEquals(0, decimal(answer, "vwap").compareTo(new BigDecimal(vwap)), answer::toString);
    assertEquals(0, decimal(answer, "volume").compareTo(new BigDecimal(volume)), answer::toString);
  }

  private static Optional<String> date(String symbol) {
    Answer answer = trader.get(VWAP + symbol);
    return answer.status() == 200
        ? Optional.of(answer.json().getString("session_date"))
        : Optional.empty();
  }

  private static BigDecimal decimal(JsonObject json, String name) {
    return json.getJsonNumber(name).bigDecimalValue();
  }

  private static Instant minute(long number) {
    return FIRST.plus(Duration.ofMinutes(number));
  }

  /** One trade makes the bar of its minute. */
  private static String trade(long number) {
    return ("{\"type\":\"trade\",\"time\":\"%s\",\"symbol\":\"%s\",\"price\":%d,\"quantity\":\"0.5\","
            + "\"trade_id\":%d}")
        .formatted(minute(number), SYMBOL, 100 + number, number);
  }

  private static List<JsonObject> bars() {
    Answer answer = trader.get("api/intraday/bars?symbol=" + SYMBOL);
    return answer.status() == 200
        ? answer.json().getJsonArray("bars").getValuesAs(JsonObject.class)
        : List.of();
  }

  /** A bar for each number, in order, final once and never corrected. */
  private static void assertBars(int count) {
    await(count + " bars", () -> bars().size() == count);
    List<JsonObject> bars = bars();
    for (int number = 1; number <= count; number++) {
      JsonObject bar = bars.get(number - 1);
      assertEquals(minute(number), Instant.parse(bar.getString("timestamp_minute")));
      assertEquals(0, decimal(bar, "close").compareTo(BigDecimal.valueOf(100L + number)));
      assertEquals(0, bar.getInt("revision"), bar::toString);
      assertEquals(number, bar.getInt("seq"), bar::toString);
    }
  }

  private static void assertSamePushed(FrameStream stream) {
    Map<Long, String> pushed =
        stream.on(LOG).stream().collect(Collectors.toMap(Received::seq, Received::dataText));
    assertEquals(
        LongStream.rangeClosed(11, 21).boxed().collect(Collectors.toSet()), pushed.keySet());
    String answered = trader.get("api/intraday/bars?symbol=" + SYMBOL).expect(200).body();
    pushed.forEach(
        (seq, data) -> {
          String bar = data.substring(0, data.length() - 1) + ",\"seq\":" + seq + "}";
          assertTrue(answered.contains(bar), () -> bar + " is not in " + answered);
        });
  }

  private static String statusOnRest() {
    return status(trader.get("api/health/ready").expect(200).json());
  }

  private static boolean isFeed(Received frame, String status) {
    return frame.is("heartbeat") && status(frame.data()).equals(status);
  }

  private static String status(JsonObject feeds) {
    return feeds.getJsonArray("feeds").getValuesAs(JsonObject.class).stream()
        .filter(feed -> feed.getString("name").equals("tcp"))
        .map(feed -> feed.getString("status"))
        .findFirst()
        .orElse("");
  }

  private static long figure(String event) {
    String line = "thor_feed_events_total{event=\"" + event + "\",feed=\"tcp\"} ";
    String text =
        ThorClient.signIn(server, DemoUser.OPERATOR).get("api/metrics").expect(200).body();
    int at = text.indexOf(line);
    assertTrue(at >= 0, () -> line + " is not in " + text);
    String value = text.substring(at + line.length(), text.indexOf('\n', at));
    return new BigDecimal(value).longValueExact();
  }

  private static void assertLogged(String before, String words) {
    Pattern line = Pattern.compile(before + Pattern.quote(words));
    try {
      assertTrue(line.matcher(Files.readString(server.log())).find(), words);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(String what, BooleanSupplier condition) {
    assertTrue(Await.until(condition, LIMIT), () -> "no " + what + " within " + LIMIT);
  }
}
