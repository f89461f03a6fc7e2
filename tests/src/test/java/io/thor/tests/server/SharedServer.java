package io.thor.tests.server;

import java.util.Map;

/**
 * The server of most test classes. Who stops it or changes its flags starts a server of its own
 * instead.
 */
public final class SharedServer extends ServerForAll {
  /** The password of the demonstration's operator. */
  public static final String OPERATOR_PASSWORD = "operator-of-the-tests";

  /** The password of the demonstration's trader. */
  public static final String TRADER_PASSWORD = "trader-of-the-tests";

  /** The password of the demonstration's other trader. */
  public static final String TRADER2_PASSWORD = "trader2-of-the-tests";

  /** Thor's configuration of the shared server: timers that tests need not wait long for. */
  public static final Map<String, String> SETTINGS =
      Map.of(
          "thor.profile", "demo",
          "thor.heartbeat.broadcast-every-ticks", "3",
          // Tests that want the probe have a server of their own.
          "thor.jobs.parity-probe.enabled", "false",
          "thor.push.max-sessions-per-user", "200",
          "thor.push.max-handshakes-per-address", "100000",
          "thor.feed.replay.hours-ahead", String.valueOf(BusyHours.AHEAD),
          "thor.jobs.account-balance.interval-ms", "1000",
          "thor.jobs.positions.interval-ms", "1000");

  /** The environment of the shared server. */
  public static final Map<String, String> ENVIRONMENT =
      Map.of(
          "THOR_OPERATOR_PASSWORD", OPERATOR_PASSWORD,
          "THOR_TRADER_PASSWORD", TRADER_PASSWORD,
          "THOR_TRADER2_PASSWORD", TRADER2_PASSWORD);

  @Override
  ThorServer start() {
    return ThorServers.start(SETTINGS, ENVIRONMENT);
  }
}
