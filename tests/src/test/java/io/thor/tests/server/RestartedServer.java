package io.thor.tests.server;

import java.util.HashMap;
import java.util.Map;

/**
 * The server of test classes that end it and start it again, or have to be alone with it. It lets
 * in few sessions, and has one feature {@code LIVE} by its flag. Each of them holds {@link #LOCK},
 * and leaves it running.
 */
public final class RestartedServer extends ServerForAll {
  /** What a class holds by {@code @ResourceLock}, so that no two of them run at the same time. */
  public static final String LOCK = "io.thor.tests.server.RestartedServer";

  /** The flag that is {@code true}. */
  public static final String FLAG = "WS_FEATURE_POSITIONS";

  /** How many sessions a user may have. */
  public static final int SESSIONS_OF_A_USER = 4;

  /** How many sessions there may be from one address. */
  public static final int SESSIONS_OF_AN_ADDRESS = 6;

  @Override
  ThorServer start() {
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.push.max-sessions-per-user", String.valueOf(SESSIONS_OF_A_USER));
    settings.put("thor.push.max-sessions-per-address", String.valueOf(SESSIONS_OF_AN_ADDRESS));
    Map<String, String> environment = new HashMap<>(SharedServer.ENVIRONMENT);
    environment.put(FLAG, "true");
    return ThorServers.start(settings, environment);
  }
}
