package io.thor.tests.blackbox;

import io.thor.message.SyntheticUpdate;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Starts a server of its own with the feed of the benchmarks. */
class SyntheticFeedIT {

  @Test
  void itsMessageReachesASession() {
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.feed", "synthetic");
    try (ThorServer server = ThorServers.start(settings, SharedServer.ENVIRONMENT);
        FrameStream stream = ThorClient.signIn(server, DemoUser.TRADER).open()) {
      Arrivals.awaitType(stream, SyntheticUpdate.TOPIC_PREFIX);
    }
  }
}
