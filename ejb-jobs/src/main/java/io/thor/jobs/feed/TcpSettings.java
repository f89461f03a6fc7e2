package io.thor.jobs.feed;

import io.thor.config.InvalidSettingException;
import io.thor.config.Settings;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom the feed {@code tcp} connects to, and as whom.
 *
 * @param symbols what is asked for; empty: all instruments
 * @param heartbeat how often each side says at least something
 */
record TcpSettings(
    String host,
    int port,
    String user,
    Optional<String> secret,
    Set<String> symbols,
    Duration heartbeat) {

  static final String ADDRESS_KEY = "thor.feed.tcp.address";
  static final String HEARTBEAT_KEY = "thor.feed.tcp.heartbeat-ms";
  private static final Pattern ADDRESS = Pattern.compile("(\\[[^]]+]|[^:]+):([1-9]\\d{0,4})");
  private static final int MOST_PORT = 65_535;

  /**
   * Reads them. Errors: {@link InvalidSettingException}.
   *
   * @param stale the silence after which a feed is stale
   */
  static TcpSettings of(Settings settings, Duration stale) {
    String address = settings.find(ADDRESS_KEY).orElse("");
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > MOST_PORT) {
      throw new InvalidSettingException(
          ADDRESS_KEY, address, "HOST:PORT of the venue, such as gateway.example.com:7001");
    }
    return new TcpSettings(
        parts.group(1),
        Integer.parseInt(parts.group(2)),
        settings.text("thor.feed.tcp.user", "thor"),
        settings.find("thor.feed.tcp.secret"),
        settings.find("thor.feed.tcp.symbols").map(TcpSettings::list).orElse(Set.of()),
        heartbeat(settings, stale));
  }

  private static Duration heartbeat(Settings settings, Duration stale) {
    Duration heartbeat = settings.millis(HEARTBEAT_KEY, 1000, 1000, 60_000);
    Duration most = stale.dividedBy(2);
    if (heartbeat.compareTo(most) > 0) {
      throw new InvalidSettingException(
          HEARTBEAT_KEY,
          String.valueOf(heartbeat.toMillis()),
          "at most half of " + FeedTimes.STALE_KEY + ", " + most.toMillis());
    }
    return heartbeat;
  }

  private static Set<String> list(String text) {
    return Stream.of(text.split(","))
        .map(String::strip)
        .filter(symbol -> !symbol.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Looks the host up, anew for each connection. */
  InetSocketAddress address() {
    return new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return user + " at " + host + ":" + port;
  }
}
