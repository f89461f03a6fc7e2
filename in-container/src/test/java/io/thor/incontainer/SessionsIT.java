package io.thor.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.MessageTypes;
import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What clients see of a server where one job throws, one hangs, and an observer throws at every
 * message.
 */
@ExtendWith(ArquillianExtension.class)
public class SessionsIT {

  /** What the synthetic feed alone publishes, which is not on here. */
  private static final String BENCHMARKS_ONLY = "synthetic";

  private static final int CLIENTS = 50;
  private static final String BARS = "intraday_bar:" + ChangingJob.SYMBOL;
  private static final int TICKS_PER_BEAT = 2;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  @ArquillianResource URL deployed;

  @Deployment(testable = false)
  static WebArchive thor() {
    return ThorDeployment.create();
  }

  @Test
  public void connectsAnswersPingAndDisconnects() throws Exception {
    try (Connection connection = Caller.signIn(deployed, "trader").connect()) {
      connection.send("{\"type\":\"ping\",\"timestamp\":42}");
      Received pong = connection.await(1, frame -> frame.type().equals("pong")).get(0);
      assertEquals("{\"type\":\"pong\",\"timestamp\":42}", pong.text());
      assertEquals(1000, connection.closeAndAwait());
    }
  }

  @Test
  public void sendsEveryPermittedMessage() throws Exception {
    try (Connection connection = Caller.signIn(deployed, "trader").connect()) {
      connection.send("no JSON");
      for (MessageTypes.Entry entry : MessageTypes.all()) {
        if (!entry.type().equals(BENCHMARKS_ONLY)) {
          connection.await(1, frame -> frame.type().equals(entry.type()));
        }
      }
    }
  }

  @Test
  public void sendsFiftyClientsTheSameSequence() throws Exception {
    Caller trader = Caller.signIn(deployed, "trader");
    List<Connection> connections = Stream.generate(trader::connect).limit(CLIENTS).toList();
    try {
      long from = connections.stream().mapToLong(SessionsIT::firstBar).max().orElseThrow();
      long to = from + 20;
      List<String> first = bars(connections.get(0), from, to);
      assertEquals(to - from + 1, first.size());
      for (Connection connection : connections) {
        assertEquals(first, bars(connection, from, to));
      }
    } finally {
      connections.forEach(Connection::close);
    }
  }

  @Test
  public void showsNobodyAForeignAccount() throws Exception {
    try (Connection trader = Caller.signIn(deployed, "trader").connect();
        Connection trader2 = Caller.signIn(deployed, "trader2").connect();
        Connection operator = Caller.signIn(deployed, "operator").connect()) {
      awaitOwn(trader, "ACC-1001");
      awaitOwn(trader2, "ACC-1002");
      operator.await(2, frame -> frame.type().equals("heartbeat"));
      assertEquals(List.of(), trader.frames(frame -> frame.text().contains("1002\"")));
      assertEquals(List.of(), trader2.frames(frame -> frame.text().contains("1001\"")));
      assertEquals(List.of(), operator.frames(frame -> frame.text().contains("ACC-")));
    }
  }

  @Test
  public void answersByRestWhatItPushes() throws Exception {
    Caller trader = Caller.signIn(deployed, "trader");
    try (Connection connection = trader.connect()) {
      compare(trader, connection, "/api/account/balance", "account_balance:ACC-1001", 4);
      compare(trader, connection, "/api/positions", "positions:ACC-1001", 1);
      compare(trader, connection, "/api/intraday/vwap?symbol=BTC-USD", "vwap:BTC-USD", 1);
      compare(trader, connection, "/api/market/status/XTKS", "market_status:XTKS", 1);
    }
  }

  @Test
  public void answersByRestTheBarsThatItPushes() throws Exception {
    Caller trader = Caller.signIn(deployed, "trader");
    try (Connection connection = trader.connect()) {
      List<Received> pushed = connection.await(10, frame -> frame.isOn(BARS));
      String answer = trader.get("/api/intraday/bars?symbol=" + ChangingJob.SYMBOL).body();
      for (Received bar : pushed) {
        String data = bar.dataText();
        String entry = data.substring(0, data.length() - 1) + ",\"seq\":" + bar.seq() + "}";
        assertTrue(answer.contains(entry), () -> entry + " is not in " + answer);
      }
    }
  }

  @Test
  public void keepsTheHeartbeatOnTimeWhileJobsThrowAndHang() throws Exception {
    try (Connection connection = Caller.signIn(deployed, "trader").connect()) {
      List<Received> beats = connection.await(6, SessionsIT::isRegularBeat);
      assertOnTime(beats);
      Map<String, JsonObject> before = jobs(beats.get(0));
      Map<String, JsonObject> after = jobs(beats.get(beats.size() - 1));

      assertTrue(grows("failures", ThrowingJob.NAME, before, after));
      assertTrue(grows("runs", ThrowingJob.NAME, before, after));
      assertEquals(0, after.get(HangingJob.NAME).getInt("runs"));
      assertTrue(grows("overruns", HangingJob.NAME, before, after));
      for (String job :
          List.of("lease", "intraday", "account-balance", "cutover-refresh", ChangingJob.NAME)) {
        assertTrue(grows("runs", job, before, after), job + " stands still");
        assertEquals(0, after.get(job).getInt("failures"), job);
      }
    }
  }

  private static long firstBar(Connection connection) {
    return connection.await(1, frame -> frame.isOn(BARS)).get(0).seq();
  }

  private static List<String> bars(Connection connection, long from, long to) {
    connection.await(1, frame -> frame.isOn(BARS) && frame.seq() >= to);
    return connection
        .frames(frame -> frame.isOn(BARS) && frame.seq() >= from && frame.seq() <= to)
        .stream()
        .map(Received::text)
        .toList();
  }

  private static void awaitOwn(Connection connection, String account) {
    connection.await(1, frame -> frame.isOn("positions:" + account));
    connection.await(4, frame -> frame.isOn("account_balance:" + account));
  }

  /** Reads until so many answers stood at a position that was pushed, and holds each against it. */
  private static void compare(
      Caller caller, Connection connection, String route, String topic, int times)
      throws Exception {
    for (int seen = 0, equal = 0; equal < times; ) {
      int next = ++seen;
      connection.await(next, frame -> frame.isOn(topic));
      HttpResponse<String> answer = caller.get(route);
      long seq = answer.headers().firstValueAsLong("Thor-Seq").orElseThrow();
      Received frame =
          connection.await(1, pushed -> pushed.isOn(topic) && pushed.seq() >= seq).get(0);
      if (frame.seq() == seq) {
        assertEquals(
            answer.headers().firstValue("Thor-Epoch").orElseThrow(),
            frame.json().getString("epoch"));
        assertEquals(frame.dataText(), answer.body());
        equal++;
      }
    }
  }

  /** Another one comes at once when the status of a feed changes. */
  private static boolean isRegularBeat(Received frame) {
    return frame.type().equals("heartbeat") && frame.data().getInt("tick") % TICKS_PER_BEAT == 0;
  }

  /** No tick is missing, and none comes later than a reader waits that declares a server dead. */
  private static void assertOnTime(List<Received> beats) {
    JsonObject first = beats.get(0).data();
    long intervalNanos = first.getInt("interval_seconds") * NANOS_PER_SECOND;
    long toleranceNanos = first.getInt("stale_after_seconds") * NANOS_PER_SECOND - intervalNanos;
    for (int i = 0; i < beats.size(); i++) {
      Received beat = beats.get(i);
      assertEquals(first.getInt("tick") + TICKS_PER_BEAT * i, beat.data().getInt("tick"));
      long lateNanos = beat.atNanos() - beats.get(0).atNanos() - i * intervalNanos;
      assertTrue(
          Math.abs(lateNanos) <= toleranceNanos, "beat " + i + " is late by ns " + lateNanos);
    }
  }

  private static Map<String, JsonObject> jobs(Received heartbeat) {
    return heartbeat.data().getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
        .collect(Collectors.toMap(job -> job.getString("name"), job -> job));
  }

  private static boolean grows(
      String figure, String job, Map<String, JsonObject> before, Map<String, JsonObject> after) {
    return after.get(job).getInt(figure) > before.get(job).getInt(figure);
  }
}
