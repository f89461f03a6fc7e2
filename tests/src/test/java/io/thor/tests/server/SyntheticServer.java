package io.thor.tests.server;

import java.util.HashMap;
import java.util.Map;

/**
 * The server of test classes that want a log which goes on all the time: its market has the
 * synthetic feed beside the recorded one. From one address it takes few handshakes at a time.
 */
public final class SyntheticServer extends ServerForAll {
  /** Messages of the synthetic feed in each second. */
  public static final int MESSAGES_A_SECOND = 40;

  /** Handshakes that it takes from one address in ten seconds. */
  public static final int HANDSHAKES_OF_AN_ADDRESS = 100;

  @Override
  ThorServer start() {
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.feed", "synthetic,replay");
    settings.put("thor.feed.synthetic.rate-per-second", String.valueOf(MESSAGES_A_SECOND));
    settings.put("thor.push.max-handshakes-per-address", String.valueOf(HANDSHAKES_OF_AN_ADDRESS));
    settings.put("thor.push.max-sessions-per-user", "1000");
    return ThorServers.start(settings, SharedServer.ENVIRONMENT);
  }
}
