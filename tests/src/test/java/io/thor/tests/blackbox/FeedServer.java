package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import io.thor.tests.server.FreePorts;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** A server of its own with two feeds: a venue over TCP, and a file that is replayed. */
record FeedServer(FeedVenue venue, ThorServer server, ThorClient trader) implements AutoCloseable {

  static final Duration LIMIT = Duration.ofSeconds(30);
  static final String SECRET = "venue-s3cret-of-the-tests";

  /** How the feeds are called. */
  static final String TCP = "tcp";

  static final String REPLAY = "replay";

  /**
   * Starts it.
   *
   * @param directory for its files
   * @param symbols what the venue trades, with commas
   */
  static FeedServer start(Path directory, String symbols, String instruments, String trades)
      throws IOException {
    int port = FreePorts.one();
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.feed", "tcp,replay");
    settings.put("thor.feed.tcp.address", "127.0.0.1:" + port);
    settings.put("thor.feed.tcp.symbols", symbols);
    settings.put("thor.feed.silent-ms", "6000");
    settings.put("thor.feed.replay.file", write(directory, "trades.csv", trades));
    settings.put("thor.feed.replay.times", "recorded");
    settings.put("thor.feed.replay.speed", "100000");
    settings.put("thor.instruments.file", write(directory, "instruments.csv", instruments));
    Map<String, String> environment = new HashMap<>(SharedServer.ENVIRONMENT);
    environment.put("THOR_FEED_TCP_SECRET", SECRET);
    FeedVenue venue = new FeedVenue(port);
    try {
      ThorServer server = ThorServers.start(settings, environment);
      return new FeedServer(venue, server, ThorClient.signIn(server, DemoUser.TRADER));
    } catch (RuntimeException e) {
      venue.close();
      throw e;
    }
  }

  private static String write(Path directory, String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  ThorClient operator() {
    return ThorClient.signIn(server, DemoUser.OPERATOR);
  }

  /** What readiness says of a feed; nothing is kept from serving by one. */
  String status(String feed) {
    return status(trader.get("api/health/ready").expect(200).json(), feed);
  }

  /** The worst of all feeds, by a route with data. */
  String worst() {
    return vwap(VenueBars.SYMBOL).expect(200).header("Thor-Feed");
  }

  Answer vwap(String symbol) {
    return trader.get("api/intraday/vwap?symbol=" + symbol);
  }

  static boolean says(Received frame, String feed, String status) {
    return frame.is("heartbeat") && status(frame.data(), feed).equals(status);
  }

  private static String status(JsonObject feeds, String name) {
    return feeds.getJsonArray("feeds").getValuesAs(JsonObject.class).stream()
        .filter(feed -> feed.getString("name").equals(name))
        .map(feed -> feed.getString("status"))
        .findFirst()
        .orElse("");
  }

  /** How often something happened to the venue's feed. */
  long count(String event) {
    String line = "thor_feed_events_total{event=\"" + event + "\",feed=\"tcp\"} ";
    String text = operator().get("api/metrics").expect(200).body();
    int at = text.indexOf(line);
    assertTrue(at >= 0, () -> line + " is not in " + text);
    String value = text.substring(at + line.length(), text.indexOf('\n', at));
    return new BigDecimal(value).longValueExact();
  }

  /**
   * The log has a line with these words.
   *
   * @param before a regular expression of what stands before them
   */
  void assertLogged(String before, String words) {
    assertTrue(Pattern.compile(before + Pattern.quote(words)).matcher(log()).find(), words);
  }

  String log() {
    try {
      return Files.readString(server.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void await(String what, BooleanSupplier condition) {
    assertTrue(Await.until(condition, LIMIT), () -> "no " + what + " within " + LIMIT);
  }

  @Override
  public void close() {
    server.close();
    venue.close();
  }
}
