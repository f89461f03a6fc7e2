package io.thor.jobs.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.feed.FeedFact;
import io.thor.feed.Feeds;
import io.thor.intraday.Trade;
import io.thor.jobs.FakeClock;
import io.thor.message.FeedStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed over a real connection; the clock is turned by hand. */
class TcpFeedTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String SECRET = "between-us-alone";

  private final FakeClock clock = new FakeClock();
  private final Feeds feeds = new Feeds(clock);
  private final List<Long> taken = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private Optional<Instant> takenTo = Optional.empty();
  private Optional<Instant> present = Optional.empty();
  private TestVenue venue;
  private FeedSession session;

  @BeforeEach
  void open() throws IOException {
    venue = new TestVenue();
    TcpSettings settings =
        new TcpSettings(
            "127.0.0.1",
            venue.port(),
            "thor",
            Optional.of(SECRET),
            Set.of(),
            Duration.ofSeconds(1));
    session =
        new FeedSession(
            new TcpFeedSource(
                settings, () -> Set.of("AAPL", "ESZ6"), symbol -> takenTo, feeds, clock),
            feeds,
            FeedSessionTest.TIMES,
            clock,
            new Random(1));
  }

  @AfterEach
  void close() throws IOException {
    session.stop();
    venue.close();
  }

  @Test
  void logsOnAsItIsToldAndTakesTrades() throws Exception {
    logOn();
    venue.say(trade(1), trade(2));
    stepUntil(() -> taken.equals(List.of(1L, 2L)));

    String logon = heard.get(0);
    assertTrue(logon.contains("\"user\":\"thor\""), logon);
    assertTrue(logon.contains("\"secret\":\"" + SECRET + "\""), logon);
    assertTrue(logon.contains("\"symbols\":[\"AAPL\",\"ESZ6\"]"), logon);
    assertTrue(logon.contains("\"next\":1"), logon);
    assertFalse(logon.contains("since"), logon);
    assertEquals(FeedStatus.LIVE, feeds.worst());
  }

  @Test
  void asksAfterARestartForWhatItMissed() throws Exception {
    takenTo = Optional.of(Instant.parse("2026-01-05T12:30:00Z"));
    logOn();

    assertTrue(heard.get(0).contains("\"since\":\"2026-01-05T12:29:00Z\""), heard.get(0));
  }

  @Test
  void countsWhatMakesNoTradeAndGoesOn() throws Exception {
    logOn();
    Instant future = clock.instant().plus(Duration.ofHours(1));
    venue.say(
        "no json",
        "[1]",
        "x".repeat(LineAssembler.LONGEST + 1),
        "{\"type\":\"trade\",\"symbol\":\"AAPL\"}",
        "{\"type\":\"quote\",\"seq\":1}",
        trade(2, clock.instant(), "AAPL", "-3", "1"),
        trade(3, clock.instant(), "AAPL", "3", "-1"),
        trade(4, clock.instant(), "NONE", "3", "1"),
        trade(5, future, "AAPL", "3", "1"),
        trade(6, clock.instant(), "AAPL", "3.000000001", "1"),
        "",
        trade(7));
    stepUntil(() -> taken.equals(List.of(7L)));

    assertEquals(10, feeds.count("tcp", FeedFact.REJECTED));
    assertEquals(0, feeds.count("tcp", FeedFact.GAP));
    assertEquals(0, feeds.count("tcp", FeedFact.LOSS));
  }

  @Test
  void asksForAGapAndWaitsWithTheTimeUntilItIsClosed() throws Exception {
    logOn();
    venue.say(trade(1));
    stepUntil(() -> taken.contains(1L));
    Instant before = present.orElseThrow();
    venue.say(trade(4));
    stepUntil(() -> heard.contains("{\"type\":\"resend\",\"from\":2,\"to\":3}"));
    clock.turn(SECOND);
    step();
    assertEquals(List.of(1L), taken);
    assertEquals(before, present.orElseThrow());

    venue.say(trade(2), trade(2), "{\"type\":\"skip\",\"seq\":3}");
    stepUntil(() -> taken.equals(List.of(1L, 2L, 4L)));
    assertEquals(clock.instant(), present.orElseThrow());
    assertEquals(1, feeds.count("tcp", FeedFact.DUPLICATE));
    assertEquals(0, feeds.count("tcp", FeedFact.LOST));
  }

  @Test
  void isDownWhenItIsCutAndMissesNothingOnceItIsBack() throws Exception {
    logOn();
    venue.say(trade(1));
    stepUntil(() -> taken.contains(1L));
    venue.cut();
    stepUntil(() -> feeds.worst() == FeedStatus.DOWN);

    clock.turn(Duration.ofSeconds(30));
    step();
    venue.accept();
    stepUntil(() -> heard.stream().filter(line -> line.contains("logon")).count() == 2);
    assertTrue(heard.get(heard.size() - 1).contains("\"next\":2"), heard::toString);
    venue.say("{\"type\":\"logon\",\"next\":4}");
    stepUntil(() -> heard.contains("{\"type\":\"resend\",\"from\":2,\"to\":3}"));
    venue.say(trade(2), trade(3), trade(4));
    stepUntil(() -> taken.equals(List.of(1L, 2L, 3L, 4L)));
    assertEquals(FeedStatus.LIVE, feeds.worst());
  }

  @Test
  void answersATestAndTestsASilentVenueBeforeItCountsAsStale() throws Exception {
    logOn();
    venue.say("{\"type\":\"test\"}");
    stepUntil(() -> heard.contains("{\"type\":\"heartbeat\"}"));
    clock.turn(SECOND.multipliedBy(2));
    stepUntil(() -> heard.contains("{\"type\":\"test\"}"));
    assertEquals(FeedStatus.LIVE, feeds.worst());

    clock.turn(SECOND.multipliedBy(2));
    assertEquals(FeedStatus.STALE, feeds.worst());
    venue.say("{\"type\":\"heartbeat\"}");
    stepUntil(() -> feeds.worst() == FeedStatus.LIVE);
    assertEquals(0, feeds.count("tcp", FeedFact.LOSS));
  }

  @Test
  void isDownWhereTheVenueRefuses() throws Exception {
    step();
    venue.accept();
    venue.say("{\"type\":\"reject\",\"reason\":\"no such user\"}");
    stepUntil(() -> feeds.count("tcp", FeedFact.LOSS) == 1);

    assertEquals(FeedStatus.DOWN, feeds.worst());
  }

  @Test
  void hidesTheSecretInItsSettings() {
    TcpSettings settings =
        new TcpSettings("a", 1, "thor", Optional.of(SECRET), Set.of(), Duration.ofSeconds(1));

    assertFalse(settings.toString().contains(SECRET), settings::toString);
  }

  private void logOn() throws Exception {
    step();
    venue.accept();
    stepUntil(() -> !heard.isEmpty());
    venue.say("{\"type\":\"logon\",\"next\":1}");
    stepUntil(() -> feeds.count("tcp", FeedFact.LOG_ON) == 1);
  }

  /** Lets the connection work while the clock stands still. */
  private void stepUntil(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      assertTrue(System.nanoTime() < end, () -> "taken " + taken + ", heard " + heard);
      step();
      Thread.onSpinWait();
    }
  }

  private void step() throws IOException {
    Optional<FeedBatch> batch = session.step();
    session.taken();
    present = batch.map(FeedBatch::present).or(() -> present);
    batch.stream()
        .flatMap(each -> each.trades().values().stream())
        .flatMap(List::stream)
        .map(Trade::sequence)
        .forEach(taken::add);
    for (Optional<String> line = venue.heard(); line.isPresent(); line = venue.heard()) {
      heard.add(line.get());
    }
  }

  private String trade(long number) {
    return trade(number, clock.instant(), "ESZ6", "6000.25", "2");
  }

  private static String trade(
      long number, Instant time, String symbol, String price, String quantity) {
    return ("{'type':'trade','seq':%d,'time':'%s','symbol':'%s','price':%s,'quantity':'%s',"
            + "'trade_id':'%d','conditions':['T']}")
        .formatted(number, time, symbol, price, quantity, number)
        .replace('\'', '"');
  }
}
