package io.thor.tests.blackbox;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import java.util.HashMap;
import java.util.Map;

/** A server of its own whose probe goes through a proxy that can falsify what passes. */
record ProbedServer(FaultyProxy proxy, ThorServer server) implements AutoCloseable {

  /** Starts it, with a database that {@link ThorServer#tamper} reaches while it runs. */
  static ProbedServer start(Map<String, String> more, Map<String, String> moreEnvironment) {
    FaultyProxy proxy = new FaultyProxy();
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.jobs.parity-probe.enabled", "true");
    settings.put("thor.parity.probe-url", proxy.address().toString());
    settings.putAll(more);
    Map<String, String> environment = new HashMap<>(SharedServer.ENVIRONMENT);
    environment.putAll(moreEnvironment);
    try {
      ThorServer server = ThorServers.start(settings, environment, true);
      proxy.leadTo(server.http());
      return new ProbedServer(proxy, server);
    } catch (RuntimeException e) {
      proxy.close();
      throw e;
    }
  }

  @Override
  public void close() {
    server.close();
    proxy.close();
  }
}
