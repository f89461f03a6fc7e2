package io.thor.tests.server;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test constructors and methods the one {@link ThorServer} that all test classes of this JVM
 * share. It is started when first asked for and closed after the last test. Who stops it or changes
 * its flags starts a server of its own instead.
 */
public final class SharedServer implements ParameterResolver {
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

  private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ThorServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            ThorServer.class, key -> ThorServers.start(SETTINGS, ENVIRONMENT), ThorServer.class);
  }
}
