package io.thor.tests.server;

import java.nio.file.Path;
import java.util.Map;

/**
 * How one server is to run.
 *
 * @param directory the server's own, for its configuration and logs
 * @param home Thor's home
 * @param settings Thor's configuration by key, without {@code thor.home}
 * @param environment variables of the first start, on top of this JVM's
 * @param database the server's own, closed with it
 */
record ServerOptions(
    RunDirectory directory,
    Path home,
    Map<String, String> settings,
    Map<String, String> environment,
    TestDatabase database) {
  ServerOptions {
    settings = Map.copyOf(settings);
    environment = Map.copyOf(environment);
  }
}
